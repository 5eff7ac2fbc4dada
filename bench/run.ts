import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { readOptions, type Options, type Part } from './options.js';
import { freezePart } from './parts/freeze.js';
import { importPart } from './parts/import.js';
import { jobPart } from './parts/job.js';
import { listPart } from './parts/list.js';
import { papersPart } from './parts/papers.js';
import { workersPart } from './parts/workers.js';
import type { Table } from './table.js';

const PARTS: Readonly<Record<Part, (options: Options, root: string) => Promise<Table>>> = {
  freeze: freezePart,
  list: listPart,
  job: jobPart,
  import: importPart,
  papers: papersPart,
  workers: workersPart,
};

const options = readOptions(process.argv.slice(2));
const root = mkdtempSync(join(tmpdir(), 'diaodu-bench-'));
const tables: Table[] = [];
try {
  console.log(machine());
  for (const part of options.parts) tables.push(await PARTS[part](options, root));
} finally {
  rmSync(root, { recursive: true, force: true });
  if (options.out !== null)
    writeFileSync(options.out, `${JSON.stringify({ machine: machine(), tables }, null, 2)}\n`);
}

function machine(): string {
  const [cpu] = cpus();
  const load = loadavg().map((n) => n.toFixed(1));
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `node ${process.version} · ${cpus().length} × ${cpu?.model ?? '?'} · ${memory} · load ${load.join(' ')}`;
}
