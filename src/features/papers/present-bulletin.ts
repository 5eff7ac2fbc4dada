import type { BulletinFormat } from './bulletin-format.js';
import type { BulletinFile } from './bulletin-file.entity.js';
import type { BulletinRow } from './bulletin.store.js';

/** One stored file of a bulletin. */
export class BulletinFileResponse {
  format!: BulletinFormat;
  sha256!: string;
  bytes!: number;
}

/** An issued bulletin. */
export class BulletinResponse {
  id!: string;
  roundId!: string;
  ledgerId!: string;
  month!: string;
  /** 第5期 */
  number!: string;
  issuedOn!: string;
  issuedBy!: string;
  snapshotSha256!: string;
  dataSha256!: string;
  /** 已生成的文件；其余格式在首次下载时生成 */
  files!: BulletinFileResponse[];
  version!: number;
}

/** A page of bulletins. */
export class BulletinPageResponse {
  items!: BulletinResponse[];
  next!: string | null;
}

export function presentBulletin(row: BulletinRow, files: readonly BulletinFile[]): BulletinResponse {
  const { id, roundId, ledgerId, month, number, issuedOn, issuedBy, snapshotSha256, dataSha256, version } =
    row;
  return {
    id,
    roundId,
    ledgerId,
    month,
    number,
    issuedOn,
    issuedBy,
    snapshotSha256,
    dataSha256,
    files: files
      .filter((file) => file.bulletinId === id)
      .map(({ format, sha256, bytes }) => ({ format: format as BulletinFormat, sha256, bytes })),
    version,
  };
}
