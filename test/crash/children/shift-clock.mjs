import { readFileSync } from 'node:fs';

/**
 * Preload (`node --import`): shifts the wall clock of a process by SHIFT_CLOCK_MS, as a wrong or changed system clock
 * would, or by what the file SHIFT_CLOCK_FILE holds at the moment, so that the clock jumps while the process runs. Timers
 * and the monotonic clock stay real, as they do on a machine whose clock was set. BLOCK_LOOP=from:ms makes the event loop
 * stand that long, that many milliseconds after the start.
 */
let shift = Number(process.env.SHIFT_CLOCK_MS ?? 0);
const file = process.env.SHIFT_CLOCK_FILE;
if (file) {
  const look = () => (shift = Number(readFileSync(file, 'utf8')));
  look();
  setInterval(look, 50).unref();
}
const [from, ms] = (process.env.BLOCK_LOOP ?? '').split(':').map(Number);
if (ms > 0) {
  setTimeout(() => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }, from).unref();
}
const RealDate = Date;

globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + shift] : parts));
  }

  static now() {
    return RealDate.now() + shift;
  }
};
