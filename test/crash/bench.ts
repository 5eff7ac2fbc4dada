import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, CaseSet, CrashCase } from './case.js';
import type { History } from './history.js';
import { makeTemplate, type Template } from './make-data.js';
import { copyProgram, type Program } from './program.js';
import { seededRandom } from './seeded-random.js';
import { withSmallShards } from './small-shards.js';
import { Verdict } from './verdict.js';

/** Districts by their number of tasks, made when first asked for. */
export class Templates {
  private readonly made = new Map<number, Promise<Template>>();

  of(tasks: number): Promise<Template> {
    const made = this.made.get(tasks) ?? makeTemplate(tasks);
    this.made.set(tasks, made);
    return made;
  }

  async remove(): Promise<void> {
    for (const made of this.made.values()) (await made).remove();
  }
}

/** What a run of the driver gives to all of its cases. */
export interface Run {
  set: CaseSet;
  seed: number;
  templates: Templates;
  history: History;
}

/** The bench of one case, and how to clear it away. */
export function benchFor(one: CrashCase, run: Run): { bench: Bench; clear: () => void } {
  const programs: Program[] = [];
  const folders: string[] = [];
  const bench: Bench = {
    set: run.set,
    seed: run.seed,
    verdict: new Verdict(),
    history: run.history,
    random: seededRandom(run.seed + [...one.id].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 0)),
    times: (quick, long) => (run.set === 'quick' ? quick : long),
    program: () => {
      const program = withSmallShards(copyProgram());
      programs.push(program);
      return program;
    },
    template: (tasks) => run.templates.of(tasks),
    folder: () => {
      const folder = mkdtempSync(join(tmpdir(), 'diaodu-case-'));
      folders.push(folder);
      return folder;
    },
  };
  const clear = () => {
    for (const program of programs) program.remove();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  return { bench, clear };
}
