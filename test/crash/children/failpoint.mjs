/**
 * Preload for copies of the program into which `failpoint('name')` was patched: FAILPOINT=name:n kills the process when it
 * comes to that point for the n-th time.
 */
const [wanted, count = '1'] = (process.env.FAILPOINT ?? '').split(':');
let passed = 0;

globalThis.failpoint = (name) => {
  if (name === wanted && ++passed === Number(count)) process.kill(process.pid, 'SIGKILL');
};
