import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { ProgressBoard } from './progress-board.js';
import { progressStream, type StreamOf } from './progress-stream.js';

function open(options: Partial<StreamOf> = {}) {
  const board = new ProgressBoard();
  const teller = board.open('a', 'clerk')!;
  const mayListen = async () => true;
  const stream = progressStream({ board, id: 'a', owner: 'clerk', mayListen, beatMs: 10_000, ...options });
  return { board, teller, stream };
}

describe('the stream of progress', () => {
  it('ends with the end of the work', async () => {
    const { board, teller, stream } = open();
    teller.say(1, 2, '正在冻结…');
    board.close('a', 'clerk', { state: 'DONE', text: '已完成', code: null });
    expect((await text(stream)).split('\n\n').slice(2)).toEqual([
      'event: progress\ndata: {"state":"RUNNING","done":1,"total":2,"text":"正在冻结…","code":null}',
      'event: done\ndata: {"state":"DONE","done":1,"total":2,"text":"已完成","code":null}',
      '',
    ]);
  });

  it('ends at the next beat when the listener may no longer listen', async () => {
    let may = true;
    const { stream } = open({ beatMs: 5, mayListen: async () => may });
    stream.once('data', () => (may = false));
    expect(await text(stream)).not.toContain('event: done');
  });

  it('misses steps for a reader that does not read, and keeps the last word', async () => {
    const { board, teller, stream } = open();
    for (let n = 0; n < 5000; n++) teller.say(n, 0, `第${n}步`);
    board.close('a', 'clerk', { state: 'DONE', text: '已完成', code: null });
    const all = await text(stream);
    expect(all.split('event: progress').length).toBeLessThan(1000);
    expect(all).toContain('event: done');
  });
});
