import { DomainError } from '../../../domain/refusal.js';
import type { ChangedTask } from './diff-import.js';

export function importNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'IMPORT_NOT_FOUND', '没有这次导入。');
}

export function importNotOpen(state: string): DomainError {
  const words = state === 'COMMITTED' ? '已经入库' : '已经放弃';
  return new DomainError(
    'CONFLICT',
    'IMPORT_NOT_OPEN',
    `这次导入${words}，不能再修改；需要更正的请重新导入文件。`,
    {
      state,
    },
  );
}

export function importEmpty(): DomainError {
  return new DomainError(
    'INVALID',
    'IMPORT_EMPTY',
    '文件中没有识别出任务行，请检查表头是否含有“重点任务”“牵头单位”“完成时限”等列，或者指定各列含义。',
  );
}

/** Rows as they are named in a refusal. */
export interface RefusedRow {
  row: number;
  sheet: string;
  number: string;
  problems: readonly object[];
}

export function rowsRejected(rows: readonly RefusedRow[]): DomainError {
  return new DomainError(
    'INVALID',
    'IMPORT_ROWS_REJECTED',
    `有 ${rows.length} 行不能导入，全部内容均未入库；请在预览中更正，或者改好文件后重新导入。`,
    { rows },
  );
}

export function rowMissing(row: number): DomainError {
  return new DomainError('NOT_FOUND', 'IMPORT_ROW_NOT_FOUND', `预览中没有第 ${row} 行。`, { row });
}

export function numbersRepeated(numbers: readonly string[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'IMPORT_NUMBERS_REPEATED',
    `序号 ${numbers.join('、')} 与其他任务重复，请在预览中更正序号后再入库。`,
    { numbers },
  );
}

export function issuedTasksChanged(tasks: readonly ChangedTask[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'IMPORT_CHANGES_ISSUED',
    `有 ${tasks.length} 项已交办任务的时限或者承办单位与台账不同，导入未执行：时限变更请办理延期，承办单位变更请办理改派，再将文件改回一致后导入。`,
    { tasks },
  );
}
