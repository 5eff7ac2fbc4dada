import { ApiProperty } from '@nestjs/swagger';
import { CellProblemResponse } from '../present-cell.js';
import { LedgerResponse, presentLedger } from '../present-ledger.js';
import type { LedgerField } from '../sheet/ledger-field.js';
import type { RowStatus, SkippedRow } from '../sheet/ledger-row.js';
import type { CommittedImport } from './commit-import.service.js';
import type { ImportedRow } from './diff-import.js';
import { summaryOf, type ImportContent } from './import-content.js';
import { presentRow, ReadingSummaryResponse, ReadRowResponse } from './present-reading.js';

/** 行在文件中的位置 */
export class RowPlaceResponse {
  sheet!: string;
  /** 自 1 起；通知中为段落次序 */
  row!: number;
}

/** 一行入库后带来的变化 */
export type RowChange = 'ADDED' | 'CHANGED' | 'UNCHANGED' | 'SKIPPED';

/** 预览中的一行 */
export class ImportRowResponse extends ReadRowResponse {
  /** 行在预览中的次序，自 0 起；更正时用它指明 */
  row!: number;
  /** ready 可立项 · needsReview 待核 · rejected 不能导入 · skipped 不导入 */
  status!: RowStatus;
  place!: RowPlaceResponse;
  /** 入库后：ADDED 新增 · CHANGED 更新 · UNCHANGED 不变 · SKIPPED 不导入 */
  change!: RowChange;
  /** 各单元格原文，按列名 */
  raw!: Record<string, string>;
}

/** 未取的一行 */
export class SkippedRowResponse {
  place!: RowPlaceResponse;
  /** TOTAL 合计 · NOTE 说明 · REPEATED_HEADER 重复表头 · SECTION 分节 · NO_TASK 无任务 */
  reason!: SkippedRow['reason'];
  text!: string;
}

/** 表头上方的内容 */
export class HeadingResponse {
  title!: string | null;
  issuedOn!: string | null;
  year!: number | null;
  /** 发文字号 */
  sourceNumber!: string | null;
}

/** 一列被当作什么 */
export class ImportColumnResponse {
  sheet!: string;
  column!: string;
  heading!: string;
  /** 空为不取 */
  field!: LedgerField | null;
}

/** 将新增的任务 */
export class AddedTaskResponse {
  row!: number;
  number!: string;
  title!: string;
}

/** 一项变化的内容 */
export class FieldChangeResponse {
  field!: keyof ImportedRow;
  was!: string;
  now!: string;
}

/** 将更新的任务 */
export class ChangedTaskResponse {
  taskId!: string;
  row!: number;
  number!: string;
  title!: string;
  fields!: FieldChangeResponse[];
  /** 任务已交办，不能由导入更改的内容 */
  refused!: FieldChangeResponse[];
}

/** 文件中没有而台账中有的任务；不会删除 */
export class MissingTaskResponse {
  taskId!: string;
  number!: string;
  title!: string;
}

/** 入库将带来的变化 */
export class ImportDiffResponse {
  added!: AddedTaskResponse[];
  changed!: ChangedTaskResponse[];
  missing!: MissingTaskResponse[];
  unchanged!: number;
}

/** 导入预览 */
export class ImportResponse {
  id!: string;
  fileName!: string;
  fileSha256!: string;
  kind!: 'LEDGER' | 'NOTICE';
  year!: number;
  issuedOn!: string | null;
  state!: 'PREVIEW' | 'COMMITTED' | 'DISCARDED';
  /** 台账代码 */
  ledger!: string;
  ledgerKind!: LedgerResponse['kind'];
  /** 入库后的台账编号 */
  ledgerId!: string | null;
  createdOn!: string;
  heading!: HeadingResponse;
  columns!: ImportColumnResponse[];
  /** 人工指定的各列含义：列标题 → 字段，空为不取 */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', nullable: true } })
  mapping!: Record<string, string | null>;
  skipped!: SkippedRowResponse[];
  /** 关于工作表或者整个文件的问题 */
  notices!: CellProblemResponse[];
  summary!: ReadingSummaryResponse;
  diff!: ImportDiffResponse;
  rows!: ImportRowResponse[];
  version!: number;
}

/** 入库的结果 */
export class CommittedImportResponse {
  ledger!: LedgerResponse;
  diff!: ImportDiffResponse;
}

/** 未办完的一次导入 */
export class WaitingImportResponse {
  id!: string;
  fileName!: string;
  kind!: 'LEDGER' | 'NOTICE';
  year!: number;
  /** 台账代码 */
  ledger!: string;
  createdOn!: string;
  summary!: ReadingSummaryResponse;
}

/** 未办完的导入，新近的在前，一次列出 */
export class WaitingImportsResponse {
  items!: WaitingImportResponse[];
  next!: string | null;
}

/** The imports that wait for somebody, as they go out. */
export function presentWaiting(contents: readonly ImportContent[]): WaitingImportsResponse {
  const items = contents.map(({ id, fileName, kind, year, headings, createdOn, rows }) => ({
    id,
    fileName,
    kind: kind as WaitingImportResponse['kind'],
    year,
    ledger: headings.ledger,
    createdOn,
    summary: summaryOf(rows),
  }));
  return { items, next: null };
}

/** An import as it goes out. */
export function presentImport(content: ImportContent): ImportResponse {
  const changeOf = changesOf(content);
  const { id, fileName, fileSha256, year, issuedOn, ledgerId, createdOn, version } = content;
  const { heading, skipped, notices, columns, ledger, ledgerKind } = content.headings;
  return {
    id,
    fileName,
    fileSha256,
    kind: content.kind as ImportResponse['kind'],
    year,
    issuedOn,
    state: content.state as ImportResponse['state'],
    ledger,
    ledgerKind: ledgerKind as ImportResponse['ledgerKind'],
    ledgerId,
    createdOn,
    heading,
    columns: columns as ImportColumnResponse[],
    mapping: content.mapping,
    skipped,
    notices,
    summary: summaryOf(content.rows),
    diff: content.diff,
    rows: content.rows.map((row, place) => ({
      row: place,
      status: row.status,
      change: changeOf(place),
      place: row.place,
      raw: row.raw,
      ...presentRow(row),
    })),
    version,
  };
}

/** What a commit did, as it goes out. */
export function presentCommitted({ ledger, diff }: CommittedImport): CommittedImportResponse {
  return { ledger: presentLedger(ledger), diff };
}

/** What each row does to the ledger, by its place in the preview. */
function changesOf({ diff, rows }: ImportContent): (place: number) => RowChange {
  const added = new Set(diff.added.map(({ row }) => row));
  const changed = new Set(diff.changed.map(({ row }) => row));
  return (place) => {
    if (rows[place]?.status === 'skipped') return 'SKIPPED';
    if (added.has(place)) return 'ADDED';
    return changed.has(place) ? 'CHANGED' : 'UNCHANGED';
  };
}
