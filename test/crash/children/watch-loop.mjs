import { writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Preload: from SIGWINCH on measures how long the event loop stands; a second one says the longest, in ms, on stderr. It is
 * a signal that ends nothing and that nobody else listens to.
 */
const loop = monitorEventLoopDelay({ resolution: 5 });
let isOn = false;

process.on('SIGWINCH', () => {
  if (isOn) writeSync(2, `loop ${Math.round(loop.max / 1e6)}\n`);
  else loop.enable();
  isOn = true;
});
