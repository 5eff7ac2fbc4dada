import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database/database.js';
import { writeNewFile } from '../files/durable-files.js';

/** Writes and reads one row and one file; gives what did not work, in Chinese. */
export async function checkStorage(db: Database, filesDir: string, mark: string): Promise<string[]> {
  const faults = [
    await faultOf('数据库', mark, () => throughDatabase(db, mark)),
    await faultOf('文件目录', mark, () => throughFile(filesDir, mark)),
  ];
  return faults.filter((fault) => fault !== null);
}

async function throughDatabase(db: Database, mark: string): Promise<string | null> {
  await db.unitOfWork.run(() =>
    db.write(
      `INSERT INTO office_setting (name, value) VALUES ('self-check', ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      [mark],
    ),
  );
  const rows = await db.read<{ value: string }>(`SELECT value FROM office_setting WHERE name = 'self-check'`);
  return rows[0]?.value ?? null;
}

async function throughFile(filesDir: string, mark: string): Promise<string> {
  const folder = join(filesDir, 'tmp');
  const path = join(folder, `self-check-${mark}`);
  await mkdir(folder, { recursive: true });
  try {
    await writeNewFile(path, Buffer.from(mark));
    return await readFile(path, 'utf8');
  } finally {
    await rm(path, { force: true });
  }
}

/** What a place says when what is read is not what was written, or when it cannot be used at all. */
async function faultOf(
  place: string,
  mark: string,
  through: () => Promise<string | null>,
): Promise<string | null> {
  try {
    return (await through()) === mark ? null : `${place}读回的内容与写入的不同`;
  } catch (error) {
    return `${place}读写失败：${error instanceof Error ? error.message : String(error)}`;
  }
}
