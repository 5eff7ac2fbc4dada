import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, CrashCase, Told } from '../case.js';
import type { Place, Program } from '../program.js';
import { checkUploads, idsIn } from '../check-uploads.js';
import { until } from '../tables.js';
import { breakUploads } from './broken-uploads.js';

const SETTINGS = { DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'error' };

/** Lets the child upload for a while and kills it; gives the ids it had acknowledged. */
export async function uploadUntilKilled(program: Program, place: Place, lap: number, forMs: number): Promise<string[]> {
  const child = program.startChild('upload-evidence.mjs', [String(lap)], { ...place, settings: { ...SETTINGS, ...place.settings } });
  await until('the uploads to begin', () => child.wrote().startsWith('begun'), 60_000, 10);
  await new Promise((resolve) => setTimeout(resolve, forMs));
  child.child.kill('SIGKILL');
  return idsIn((await child.ended).stdout);
} // prettier-ignore

/** C19. */
export const uploads: CrashCase = {
  id: 'C19',
  what: 'uploads of evidence: killed −9 at random moments; broken off at a random byte, and the same file twice at once, with a kill −9 between',
  async run(bench: Bench): Promise<Told> {
    const [template, program] = [await bench.template(20), bench.program()];
    const data = template.copy();
    const kills = bench.times(8, 300);
    const acknowledged: string[] = [];
    for (let lap = 0; lap < kills; lap++)
      acknowledged.push(...(await uploadUntilKilled(program, { data }, lap, 20 + bench.random() * 400)));
    const rows = checkUploads(bench, data, acknowledged);
    const left = readdirSync(join(data, 'files', 'tmp')).length;
    // Kills that never fell into an upload would prove nothing.
    bench.verdict.holds('kills fell into uploads', left > 0 && acknowledged.length > kills * 3);
    const laps = bench.times(3, 60);
    const torn = await breakUploads(bench, program, laps);
    bench.verdict.holds(
      'uploads were broken off and sent as twins',
      torn.brokenOff > laps && torn.twins > laps,
    );
    return {
      trials: kills + laps,
      saw: `${acknowledged.length} acknowledged, ${rows} rows; ${left} cut by the kill, none of them readable; over HTTP ${torn.acknowledged} acknowledged, ${torn.brokenOff} broken off, ${torn.twins} pairs of twins`,
    };
  },
};
