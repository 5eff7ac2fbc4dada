import { useEffect, useState } from 'react';

/** Whole seconds that run down to nought. */
export function useCountdown(): { left: number; start(seconds: number): void } {
  const [left, setLeft] = useState(0);
  const isRunning = left > 0;
  useEffect(() => {
    if (!isRunning) return undefined;
    const beat = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(beat);
  }, [isRunning]);
  return { left, start: (seconds) => setLeft(Math.ceil(seconds)) };
}
