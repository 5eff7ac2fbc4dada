import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { utcSlot } from '../clock/utc-slot.js';
import { syncFolder } from '../files/durable-files.js';
import { anchorLine, type AnchorPlace, type AnchorSent } from './anchor-place.js';

/**
 * A folder on another disk or a mounted share: one file a day (UTC), to which lines are only ever appended. The folder is
 * never made: where a share is not mounted, the line would land on the very disk it should be away from.
 */
export class FolderPlace implements AnchorPlace {
  readonly name: string;

  constructor(
    private readonly folder: string,
    readonly every: 'hour' | 'day',
  ) {
    this.name = `folder:${folder}`;
  }

  async put(anchor: AnchorSent): Promise<void> {
    await stat(this.folder);
    const path = join(this.folder, `audit-anchors-${utcSlot(anchor.at, 'day')}.jsonl`);
    const line = `${anchorLine(anchor)}\n`;
    const before = await readFile(path, 'utf8').catch(nothingYet);
    if (before.includes(line)) return;
    const file = await open(path, 'a', 0o644);
    try {
      // A line that was cut off by a full disk is left as it is, and this one begins after it.
      await file.appendFile(before === '' || before.endsWith('\n') ? line : `\n${line}`);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(this.folder);
    if (!(await readFile(path, 'utf8')).includes(line)) throw new Error(`锚点文件 ${path} 写入后读不回来。`);
  }
}

function nothingYet(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
