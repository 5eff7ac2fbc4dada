import type { CellProblem } from './row-reader.js';
import type { ImportOutcome } from './import-cases.service.js';
import type { RowFate } from './plan-import.js';

/** 一个单元格的问题 */
export class CaseCellProblemResponse {
  /** 表中的行号，从 1 起 */
  row!: number;
  /** 单元格，如 C5；没有这一列为空 */
  cell!: string;
  /** 列 */
  field!: string;
  /** 问题和处理办法 */
  message!: string;
}

/** 名单的一行 */
export class ImportedCaseRowResponse {
  row!: number;
  /** 案号 */
  number!: string;
  /** CREATED 新登记 · UPDATED 补充 · UNCHANGED 未变 · REJECTED 有问题 */
  fate!: RowFate;
  problems!: CaseCellProblemResponse[];
  /** 与台账不同而未改动的 */
  remarks!: string[];
}

/** 各类行数 */
export class CaseImportSummaryResponse {
  rows!: number;
  created!: number;
  updated!: number;
  unchanged!: number;
  rejected!: number;
}

/** 导入案件名单的结果 */
export class CaseImportResponse {
  rows!: ImportedCaseRowResponse[];
  summary!: CaseImportSummaryResponse;
  /** 是否已入库；预览、有问题的行或者全部未变的为 false */
  committed!: boolean;
  /** 文件的 SHA-256；文件载有原告姓名，不予保存 */
  fileSha256!: string;
}

/** What became of each row. */
export function presentCaseImport({ plan, committed, fileSha256 }: ImportOutcome): CaseImportResponse {
  const count = (fate: RowFate) => plan.rows.filter((one) => one.fate === fate).length;
  return {
    rows: plan.rows.map(({ row, number, fate, problems, remarks }) => ({
      row,
      number,
      fate,
      problems: problems.map(presentProblem),
      remarks: [...remarks],
    })),
    summary: {
      rows: plan.rows.length,
      created: count('CREATED'),
      updated: count('UPDATED'),
      unchanged: count('UNCHANGED'),
      rejected: count('REJECTED'),
    },
    committed,
    fileSha256,
  };
}

/** A problem where the user finds it. */
export function presentProblem({ row, cell, field, message }: CellProblem): CaseCellProblemResponse {
  return { row, cell, field, message };
}
