import { Matches } from 'class-validator';

/** Which backup. */
export class BackupParams {
  /** 备份名称，如 20261126T141500Z-3f2a */
  @Matches(/^\d{8}T\d{6}Z-[0-9a-f]{4}$/)
  name!: string;
}
