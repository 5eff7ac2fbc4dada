import { ADOPTION_LABELS, type Adoption, type OpinionWords } from './adoption.js';
import type { OpinionImport } from './import-opinions.service.js';
import type { OpinionTable } from './opinion-desk.js';

/** 一条公众意见和采纳情况 */
export class OpinionWordsResponse {
  /** 序号，自 1 起 */
  ordinal!: number;
  /** 意见来源：提出人或者反馈渠道 */
  source!: string;
  /** 归纳后的意见内容 */
  opinion!: string;
  /** 提出这一意见的人数 */
  people!: number;
  /** ADOPTED 采纳、PARTLY 部分采纳、NOT 不采纳 */
  adoption!: Adoption;
  /** 采纳情况的中文 */
  adoptionLabel!: string;
  /** 不采纳、部分采纳的理由 */
  reason!: string;
}

/** 采纳情况表中的一条 */
export class OpinionResponse extends OpinionWordsResponse {
  /** 意见 */
  id!: string;
  /** 登记日期 */
  recordedOn!: string;
  /** 登记人 */
  recordedBy!: string;
}

/** 公众意见采纳情况表 */
export class OpinionsResponse {
  /** 决策的版本，修改时随 If-Match 送回 */
  version!: number;
  /** 当前用户可以登记、修改和导入 */
  mayWrite!: boolean;
  /** 按序号排列的意见 */
  items!: OpinionResponse[];
}

/** 一格的问题和改法 */
export class OpinionProblemResponse {
  /** 表中的行号，自 1 起 */
  row!: number;
  /** 单元格，如 E4；整行、整表的问题为空 */
  cell!: string;
  /** 列标题；整行、整表的问题为空 */
  column!: string;
  /** 有什么问题，怎样改 */
  message!: string;
}

/** 导入的结果；有一处问题即全部不保存，同一份表再次导入不作改动 */
export class OpinionImportResponse {
  /** 已经保存 */
  saved!: boolean;
  /** 新增的条数 */
  added!: number;
  /** 改动的条数 */
  changed!: number;
  /** 表中没有、因而删去的条数 */
  removed!: number;
  /** 读到的意见 */
  items!: OpinionWordsResponse[];
  /** 逐格的问题 */
  problems!: OpinionProblemResponse[];
}

/** Takes the table; gives what goes out. */
export function presentOpinions({ decision, opinions, mayWrite }: OpinionTable): OpinionsResponse {
  return {
    version: decision.version,
    mayWrite,
    items: opinions.map((each) => ({
      id: each.id,
      ...presentWords(each, each.ordinal),
      recordedOn: each.recordedOn,
      recordedBy: each.recordedBy,
    })),
  };
}

/** Takes what an import comes to; gives what goes out. */
export function presentOpinionImport(found: OpinionImport): OpinionImportResponse {
  const { saved, added, changed, removed, opinions, problems } = found;
  return {
    saved,
    added,
    changed,
    removed,
    items: opinions.map((each, at) => presentWords(each, at + 1)),
    problems: problems.map(({ row, cell, column, message }) => ({ row, cell, column, message })),
  };
}

function presentWords(words: OpinionWords, ordinal: number): OpinionWordsResponse {
  const { source, opinion, people, adoption, reason } = words;
  return { ordinal, source, opinion, people, adoption, adoptionLabel: ADOPTION_LABELS[adoption], reason };
}
