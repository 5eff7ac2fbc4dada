import { describe, expect, it } from '@jest/globals';
import { UploadQueue, type SendFile } from './upload-queue.js';

interface Running {
  name: string;
  onShare: (share: number) => void;
  end: () => void;
  fail: (error: unknown) => void;
}

/** A way to send that waits until the test lets it go on. */
function heldSending(): { send: SendFile; running: Running[] } {
  const running: Running[] = [];
  const send: SendFile = (file, onShare, signal) =>
    new Promise((resolve, reject) => {
      running.push({ name: file.name, onShare, end: resolve, fail: reject });
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  return { send, running };
}

const fileOf = (name: string, size = 1): File => new File(['x'.repeat(size)], name);
const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
const statesOf = (queue: UploadQueue): string[] =>
  queue.all().map(({ file, state }) => `${file.name} ${state}`);

describe('uploads', () => {
  it('go two at a time, and the next begins when one has ended', async () => {
    const { send, running } = heldSending();
    const queue = new UploadQueue();
    queue.sendBy(send);
    queue.add([fileOf('a'), fileOf('b'), fileOf('c')]);
    expect(statesOf(queue)).toEqual(['a SENDING', 'b SENDING', 'c WAITING']);
    running[0]!.onShare(0.5);
    expect(queue.all()[0]!.share).toBe(0.5);
    running[0]!.end();
    await settled();
    expect(statesOf(queue)).toEqual(['a DONE', 'b SENDING', 'c SENDING']);
  });

  it('tell a file that is too large and do not send it', () => {
    const { send, running } = heldSending();
    const queue = new UploadQueue();
    queue.sendBy(send);
    queue.limitTo(3);
    queue.add([fileOf('large', 4)]);
    expect(statesOf(queue)).toEqual(['large TOO_LARGE']);
    expect(running).toEqual([]);
  });

  it('go on when the limit is read after they were chosen', () => {
    const queue = new UploadQueue();
    queue.sendBy(heldSending().send);
    queue.add([fileOf('early', 4)]);
    queue.limitTo(3);
    queue.add([fileOf('late', 4)]);
    expect(statesOf(queue)).toEqual(['early SENDING', 'late TOO_LARGE']);
  });

  it('can be called back, and fail without stopping the others; a failed one can be tried again', async () => {
    const { send, running } = heldSending();
    const queue = new UploadQueue();
    queue.sendBy(send);
    queue.add([fileOf('a'), fileOf('b'), fileOf('c')]);
    queue.cancel(1);
    await settled();
    expect(statesOf(queue)).toEqual(['a CANCELLED', 'b SENDING', 'c SENDING']);
    const refusal = new Error('no');
    running[1]!.fail(refusal);
    await settled();
    expect(queue.all()[1]).toMatchObject({ state: 'FAILED', error: refusal });
    queue.retry(2);
    expect(statesOf(queue)).toEqual(['a CANCELLED', 'b SENDING', 'c SENDING']);
    queue.dismiss(1);
    expect(statesOf(queue)).toEqual(['b SENDING', 'c SENDING']);
  });
});
