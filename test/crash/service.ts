import type { Place, Program, Running } from './program.js';
import { ask, until } from './tables.js';

/** The shift that makes now a wall time of Shanghai, e.g. `2023-12-01T09:00`. */
export function shiftTo(wall: string): number {
  return Date.parse(`${wall}:00+08:00`) - Date.now();
}

/** Starts the service as `npm start` does; its first look at the schedule follows by itself. */
export function startService(program: Program, place: Place): Running {
  return program.start('main.js', [], place);
}

/** Stops a service as a supervisor does; throws when it ended in another way, such as by a storage fault. */
export async function stopService(service: Running): Promise<void> {
  service.child.kill('SIGTERM');
  const { code, signal, stderr } = await service.ended;
  if (signal !== 'SIGTERM' && code !== 0)
    throw new Error(`the service ended with ${code ?? signal}: ${stderr}`);
}

/** Runs the service until the schedule and the outbox are worked off and all mails are out, then stops it. */
export async function serveUntilIdle(program: Program, place: Place, freezes: number): Promise<void> {
  const service = startService(program, place);
  let gone = false;
  void service.ended.then(() => (gone = true));
  try {
    await until(
      `${freezes} months frozen, everything worked off`,
      () => gone || isIdle(place.data, freezes),
      90_000,
    );
  } catch (error) {
    // A service that never gets there must not outlive the case.
    service.child.kill('SIGKILL');
    throw error;
  }
  await stopService(service);
}

/** Runs the service until it has said something in its log, then stops it. */
export async function serveUntilSaid(program: Program, place: Place, words: string): Promise<void> {
  const service = startService(program, place);
  await until(`the service to say ${words}`, () => service.said().includes(words), 60_000);
  // What it does after these words in the same look shall be seen as well.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await stopService(service);
}

/** Nothing runs, nothing waits, and so many months are frozen. */
export function isIdle(data: string, freezes: number): boolean {
  const [state] = ask<{ frozen: number; running: number; waiting: number; chased: number; noticed: number }>(
    data,
    `SELECT (SELECT COUNT(*) FROM schedule_run WHERE job = 'dispatch.freeze' AND state = 'DONE') AS frozen,
            (SELECT COUNT(*) FROM schedule_run WHERE job = 'dispatch.chase' AND state = 'DONE') AS chased,
            (SELECT COUNT(*) FROM schedule_run WHERE job = 'dispatch.notices' AND state = 'DONE') AS noticed,
            (SELECT COUNT(*) FROM schedule_run WHERE state NOT IN ('DONE', 'COLLAPSED')) AS running,
            (SELECT COUNT(*) FROM outbox WHERE state = 'WAITING')
              + (SELECT COUNT(*) FROM delivery v JOIN digest d ON d.id = v.digest_id WHERE v.state <> 'SENT'
                  AND d.day <= (SELECT MAX(SUBSTR(slot, -10)) FROM schedule_run WHERE job = 'dispatch.chase')) AS waiting`,
  );
  if (!state || state.frozen < freezes) return false;
  // The last job of a day is the notices'; mails of what came before may be out while it has not begun.
  return state.chased > 0 && state.noticed > 0 && state.running + state.waiting === 0;
}

/** The months frozen, in the order in which they were, and whether they were made up. */
export function freezesOf(data: string): { slot: string; made_up: number }[] {
  return ask(
    data,
    `SELECT SUBSTR(slot, -7) AS slot, made_up FROM schedule_run WHERE job = 'dispatch.freeze' ORDER BY finished_at`,
  );
}
