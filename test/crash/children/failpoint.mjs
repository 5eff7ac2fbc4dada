/**
 * Preload for copies of the program into which `failpoint('name')` was patched: FAILPOINT=name:n sends the process
 * FAILPOINT_SIGNAL (SIGKILL unless told) when it comes to that point for the n-th time. Of several, `a:2,b:1`, each is counted from the
 * moment the one before it was met, and the last one sends the signal.
 */
const wanted = (process.env.FAILPOINT ?? '').split(',').map((point) => {
  const [name, count = '1'] = point.split(':');
  return { name, left: Number(count) };
});

globalThis.failpoint = (name) => {
  const [next] = wanted;
  if (next?.name !== name || --next.left > 0) return;
  wanted.shift();
  if (wanted.length === 0) process.kill(process.pid, process.env.FAILPOINT_SIGNAL ?? 'SIGKILL');
};
