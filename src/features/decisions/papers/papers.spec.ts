import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import { commentNotice, type CommentNotice } from './comment-notice.js';
import { writePack } from './write-pack.js';

const notice: CommentNotice = {
  title: '养老服务设施布局规划',
  department: '区民政局',
  publishedOn: '2023-03-01',
  closesOn: '2023-03-31',
  contact: '电子邮箱或者来信',
  reason: '',
  leastDays: 30,
  article: '《重大行政决策程序暂行条例》第十五条',
};
const textOf = (changes: Partial<CommentNotice>) =>
  commentNotice({ ...notice, ...changes })
    .blocks.map((block) => ('text' in block ? block.text : ''))
    .join('\n');

describe('征求意见公告（第十五条）', () => {
  it('names the period by its days, the first not counted, and the article', () => {
    const text = textOf({});
    expect(text).toContain('自2023年3月1日起至2023年3月31日止，共30日');
    expect(text).toContain('《重大行政决策程序暂行条例》第十五条');
    expect(text).not.toContain('短于');
  });

  it('shorter than 30 days says why in the notice, or is refused (COMMENT_NOTICE_TOO_SHORT)', () => {
    expect(() => textOf({ closesOn: '2023-03-30' })).toThrow(
      expect.objectContaining({ code: 'COMMENT_NOTICE_TOO_SHORT', details: { days: 29, leastDays: 30 } }),
    );
    expect(textOf({ closesOn: '2023-03-30', reason: '汛期临近。' })).toContain(
      '因汛期临近，征求意见的期限短于30日',
    );
  });

  it('does not close before it opens (COMMENT_NOTICE_DAYS)', () => {
    expect(() => textOf({ closesOn: '2023-03-01' })).toThrow(
      expect.objectContaining({ code: 'COMMENT_NOTICE_DAYS' }),
    );
  });
});

describe('佐证材料包', () => {
  const bytesOf = async (stream: Readable) => Buffer.concat((await stream.toArray()) as Buffer[]);
  const part = (path: string, bytes: Buffer) => ({ path, open: () => Readable.from([bytes]) });

  it('is a zip of every part, Chinese names and all, and the same bytes for the same files', async () => {
    const parts = () => [part('目录.txt', Buffer.from('一')), part('01 启动/a.pdf', Buffer.alloc(300_000, 7))];
    const bytes = await bytesOf(writePack(parts()));
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['目录.txt', '01 启动/a.pdf']);
    expect(files['01 启动/a.pdf']).toHaveLength(300_000);
    expect(await bytesOf(writePack(parts()))).toEqual(bytes);
  });

  it('that lacks a file ends with an error and not as a pack that looks whole', async () => {
    const lost = { path: 'b', open: () => Promise.reject(new Error('gone')) };
    await expect(bytesOf(writePack([part('a', Buffer.from('a')), lost]))).rejects.toThrow('gone');
  });
}); // prettier-ignore
