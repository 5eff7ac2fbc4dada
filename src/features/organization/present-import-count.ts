import type { ImportCount } from './import-departments.service.js';

/** 一次导入的结果，按文件的行计 */
export class OrganizationImportResponse implements ImportCount {
  /** 新增 */
  created!: number;
  /** 更新 */
  updated!: number;
  /** 与已登记的相同 */
  unchanged!: number;
}

/** Takes what an import did; gives what goes out. */
export function presentImportCount({ created, updated, unchanged }: ImportCount): OrganizationImportResponse {
  return { created, updated, unchanged };
}
