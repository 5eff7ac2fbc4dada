/** Starts a stopwatch; each call of what it gives says how many milliseconds have run, whatever the wall clock does. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
