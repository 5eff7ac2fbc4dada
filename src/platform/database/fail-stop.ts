/** Exit status of a process that stopped because its storage failed (sysexits: EX_SOFTWARE); the supervisor restarts it. */
export const STORAGE_EXIT = 70;

/** Stops the process at once; nothing after a storage error may be acknowledged. Replaced in tests. */
export type FailStop = (reason: string) => void;

/** The real one: one line on stderr, then exit. */
export const failStop: FailStop = (reason) => {
  process.stderr.write(
    `${JSON.stringify({ code: 'STORAGE_FAILED', message: `存储故障，服务已停止：${reason}。` })}\n`,
  );
  process.exit(STORAGE_EXIT);
};
