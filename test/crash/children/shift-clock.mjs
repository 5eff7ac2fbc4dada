/**
 * Preload (`node --import`): shifts the wall clock of a process by SHIFT_CLOCK_MS, as a wrong or changed system clock
 * would. Timers and the monotonic clock stay real, as they do on a machine whose clock was set.
 */
const shift = Number(process.env.SHIFT_CLOCK_MS ?? 0);
const RealDate = Date;

globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + shift] : parts));
  }

  static now() {
    return RealDate.now() + shift;
  }
};
