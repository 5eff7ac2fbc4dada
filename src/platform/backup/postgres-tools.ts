import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { programFolders } from '../config/program-path.js';
import { backupRefusal } from './backup.errors.js';
import { toolEnvironment, type PostgresPlace } from './postgres-place.js';

/** PostgreSQL's own programs that a backup needs. */
export type PostgresTool = 'pg_dump' | 'pg_restore';

/** So much of what a program complains of is kept. */
const COMPLAINT_CHARACTERS = 2_000;

/** Runs a program of PostgreSQL on a database; gives what it printed. Refuses when it is missing or fails. */
export async function runTool(
  place: PostgresPlace,
  tool: PostgresTool,
  words: readonly string[],
): Promise<string> {
  const program = await findTool(place, tool);
  const env = { PATH: programFolders().join(':'), ...toolEnvironment(place) };
  const { status, printed, complaint } = await ended(program, words, env);
  if (status !== 0) {
    throw backupRefusal('BACKUP_TOOL_FAILED', { tool, status, said: complaint.slice(-COMPLAINT_CHARACTERS) });
  }
  return printed;
}

/** Refuses (BACKUP_TOOL_TOO_OLD) when pg_dump is older than the server: it would not dump it. */
export async function requireFittingTool(place: PostgresPlace, serverMajor: number): Promise<void> {
  const said = await runTool(place, 'pg_dump', ['--version']);
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? 0);
  if (major < serverMajor) throw backupRefusal('BACKUP_TOOL_TOO_OLD', { tool: major, server: serverMajor });
}

async function findTool({ bin }: PostgresPlace, tool: PostgresTool): Promise<string> {
  for (const folder of bin === undefined ? programFolders() : [bin]) {
    const path = join(folder, tool);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw backupRefusal('BACKUP_TOOL_MISSING', { tool, folder: bin ?? null });
}

function ended(
  program: string,
  words: readonly string[],
  env: Record<string, string>,
): Promise<{ status: number | null; printed: string; complaint: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, printed, complaint }));
  });
}
