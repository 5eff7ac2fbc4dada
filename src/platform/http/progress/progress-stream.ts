import { PassThrough, type Readable } from 'node:stream';
import type { Listener, ProgressBoard, Standing } from './progress-board.js';

/** What a stream of one listener is made of. */
export interface StreamOf {
  board: ProgressBoard;
  id: string;
  owner: string;
  /** Asked at every beat: false ends the stream, since whoever listened may no longer. */
  mayListen: () => Promise<boolean>;
  beatMs: number;
}

/**
 * The progress of one piece of work as server-sent events: `progress` while it runs, then `done` or `failed`, and a comment
 * at every beat so that no proxy cuts a silent line. A slow reader misses steps in between, never the last word.
 */
export function progressStream({ board, id, owner, mayListen, beatMs }: StreamOf): Readable {
  const stream = new PassThrough();
  stream.write(': 开始\n\n');
  const listener: Listener = {
    hear: (standing) => {
      if (standing.state !== 'RUNNING' || !stream.writableNeedDrain) stream.write(eventOf(standing));
    },
    over: () => stream.end(),
  };
  const stop = board.listen(id, owner, listener);
  const beat = setInterval(() => {
    mayListen().then(
      (may) => (may ? stream.writableNeedDrain || stream.write(': 在\n\n') : stream.end()),
      () => stream.end(),
    );
  }, beatMs);
  beat.unref();
  // The reader's going away destroys the stream; the end of the work ends it.
  stream.once('close', () => {
    clearInterval(beat);
    stop();
  });
  return stream;
}

function eventOf({ state, ...rest }: Standing): string {
  const name = { RUNNING: 'progress', DONE: 'done', FAILED: 'failed' }[state];
  return `event: ${name}\ndata: ${JSON.stringify({ state, ...rest })}\n\n`;
}
