import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isClean, summaryOf } from './findings.js';
import { History } from './history.js';
import { killTrials } from './kill-trials.js';
import { makeTemplate } from './make-data.js';
import { copyProgram } from './program.js';

/** `npm run test:crash -- --kills 300 [--seed N] [--tasks 10000] [--batch 250]`: the long run; exit 1 on any finding. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    tasks: { type: 'string', default: '10000' },
    batch: { type: 'string', default: '250' },
  },
});

const plan = { kills: Number(values.kills), seed: Number(values.seed), batch: Number(values.batch) };
const history = new History(join(mkdtempSync(join(tmpdir(), 'diaodu-history-')), 'history.jsonl'));
process.stdout.write(`seed ${plan.seed}, history in ${history.file}\n`);
const [program, template] = [copyProgram(), await makeTemplate(Number(values.tasks))];
const begun = Date.now();
const { found, ...report } = await killTrials(program, template, plan, history);
const seconds = Math.round((Date.now() - begun) / 1000);
process.stdout.write(
  `${JSON.stringify({ ...report, seed: plan.seed, tasks: Number(values.tasks), seconds })}\n`,
);
process.stdout.write(`${summaryOf(found)}\n`);
program.remove();
template.remove();
process.exitCode = isClean(found) ? 0 : 1;
