import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ProgressBoard, type Standing, type Teller } from './progress-board.js';
import { Progress, tellingTo } from './progress.js';

const END = { state: 'DONE', text: '已完成', code: null } as const;

/** A board with work begun by `clerk`. */
function begun(): { board: ProgressBoard; teller: Teller } {
  const board = new ProgressBoard();
  board.keptMs = 5;
  const teller = board.open('a', 'clerk');
  if (!teller) throw new Error('an empty board has room');
  return { board, teller };
}

function heardBy(board: ProgressBoard, owner: string): { heard: Standing[]; ends: number } {
  const ear = { heard: [] as Standing[], ends: 0 };
  board.listen('a', owner, { hear: (standing) => ear.heard.push(standing), over: () => (ear.ends += 1) });
  return ear;
}

describe('the board of progress', () => {
  it('tells a listener where the work stands and what comes, and ends with its end', () => {
    const { board, teller } = begun();
    teller.say(1, 4, '识别');
    const ear = heardBy(board, 'clerk');
    teller.say(2, 4, '解析');
    board.close('a', 'clerk', END);
    expect(ear.heard.map(({ done, state }) => [done, state])).toEqual([[1, 'RUNNING'], [2, 'RUNNING'], [2, 'DONE']]); // prettier-ignore
    expect(ear.ends).toBe(1);
    teller.say(3, 4, '迟到');
    expect(ear.heard).toHaveLength(3);
  });

  it('gives a late listener the last word, and forgets it after a while', async () => {
    const { board } = begun();
    board.close('a', 'clerk', { state: 'FAILED', text: '文件不能打开', code: 'FILE_DAMAGED' });
    expect(heardBy(board, 'clerk').heard).toMatchObject([{ state: 'FAILED', code: 'FILE_DAMAGED' }]);
    await sleep(20);
    expect(board.has('a', 'clerk')).toBe(false);
  });

  it('tells nobody but the owner, and lets nobody else take or end the id', () => {
    const { board } = begun();
    expect(heardBy(board, 'liaison')).toEqual({ heard: [], ends: 1 });
    expect(board.open('a', 'liaison')).toBeNull();
    board.close('a', 'liaison', END);
    expect(heardBy(board, 'clerk').heard).toMatchObject([{ state: 'RUNNING' }]);
  });

  it('is quiet about changes nobody could see: ten thousand rows are a hundred steps', () => {
    const { board, teller } = begun();
    const ear = heardBy(board, 'clerk');
    for (let n = 1; n <= 10_000; n++) teller.say(n, 10_000, '解析');
    expect(ear.heard.length).toBeLessThanOrEqual(103);
  });

  it('keeps no more than so many entries of one owner; the work itself goes on', () => {
    const board = new ProgressBoard();
    const opened = Array.from({ length: 30 }, (_, i) => board.open(`id-${i}`, 'clerk'));
    expect(opened.filter((teller) => teller !== null)).toHaveLength(20);
    expect(board.open('other', 'director')).not.toBeNull();
  });

  it('lets every stream go when the program stops', () => {
    const { board } = begun();
    const ear = heardBy(board, 'clerk');
    board.onModuleDestroy();
    expect(ear.ends).toBe(1);
  });

  it('is told through the running call, and by nobody where none listens', async () => {
    const said: string[] = [];
    const work = async () => {
      await sleep(1);
      new Progress().say(1, 1, '在办');
    };
    await tellingTo({ say: (_done, _total, text) => said.push(text) }, work);
    await work();
    expect(said).toEqual(['在办']);
  });
});
