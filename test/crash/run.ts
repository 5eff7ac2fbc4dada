import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchFor, Templates, type Run } from './bench.js';
import type { CrashCase } from './case.js';
import { allCases } from './all-cases.js';
import { summaryOf } from './findings.js';
import { History } from './history.js';
import { inOrder, tableOf, writeResults, type Result } from './results.js';

/**
 * `npm run test:crash -- --set quick|long [--only C4,C6] [--seed N] [--jobs 2] [--write-results]`: the crash matrix. Every
 * case of the set, some at a time; prints case, trials, findings and seconds, and ends with 1 on any finding.
 */
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'quick' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: String(Math.min(2, cpus().length)) },
    'write-results': { type: 'boolean', default: false },
  },
});
if (values.set !== 'quick' && values.set !== 'long') throw new Error(`no set ${values.set}: quick or long`);
const only = values.only?.split(',');
const unknown = only?.filter((id) => !allCases.some((one) => one.id === id)) ?? [];
if (unknown.length > 0) throw new Error(`no case ${unknown.join(', ')}`);

const run: Run = {
  set: values.set,
  seed: Number(values.seed),
  templates: new Templates(),
  history: new History(join(mkdtempSync(join(tmpdir(), 'diaodu-history-')), 'history.jsonl')),
};
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

async function resultOf(one: CrashCase): Promise<{ result: Result; isBad: boolean }> {
  const begun = Date.now();
  const lacks = one.lacks?.() ?? null;
  const kept = { id: one.id, what: one.what, set: run.set, seed: run.seed, commit };
  const end = () => ({
    seconds: Math.round((Date.now() - begun) / 1000),
    day: new Date().toISOString().slice(0, 10),
  });
  if (lacks !== null)
    return {
      result: { ...kept, trials: 0, saw: '', outcome: `not tried: ${lacks}`, ...end() },
      isBad: false,
    };
  const { bench, clear } = benchFor(one, run);
  let told = { trials: 0, saw: '' };
  try {
    told = await one.run(bench);
  } catch (error) {
    bench.verdict.fault(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  clear();
  const isBad = !bench.verdict.isClean;
  const outcome = isBad ? summaryOf(bench.verdict.found) : 'clean';
  return { result: { ...kept, ...told, outcome, ...end() }, isBad };
}

process.stdout.write(`${run.set} set, seed ${run.seed}, history in ${run.history.file}\n`);
const waiting = allCases.filter(({ id, isLong }) =>
  only === undefined ? run.set === 'long' || !isLong : only.includes(id),
);
const results: Result[] = [];
let bad = 0;

/** Takes cases off the list until it is empty. */
async function work(cases: CrashCase[]): Promise<void> {
  for (let one = cases.shift(); one; one = cases.shift()) {
    const { result, isBad } = await resultOf(one);
    if (isBad) bad += 1;
    results.push(result);
    process.stdout.write(`${result.id.padEnd(4)} ${result.outcome}; ${result.saw} (${result.seconds} s)\n`);
  }
}

await work(waiting.filter(({ isAlone }) => isAlone));
const beside = waiting.filter(({ isAlone }) => !isAlone);
await Promise.all(Array.from({ length: Number(values.jobs) }, () => work(beside)));
await run.templates.remove();
results.sort(inOrder);
mkdirSync('test-artefacts/crash', { recursive: true });
writeFileSync(`test-artefacts/crash/${run.set}.json`, JSON.stringify(results, null, 2));
writeFileSync(`test-artefacts/crash/${run.set}.md`, `${tableOf(results)}\n`);
if (values['write-results']) await writeResults(results);
process.stdout.write(`\n${tableOf(results)}\n`);
process.exit(bad === 0 ? 0 : 1);
