import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseLadder } from './parse-ladder.js';

const shipped = parse(readFileSync('config/escalation.yaml', 'utf8')) as {
  rungs: Record<string, unknown>[];
};

describe('提醒与升级阶梯配置', () => {
  it('reads the shipped file', () => {
    expect(parseLadder(shipped).rungs.length).toBe(shipped.rungs.length);
  });

  it.each([
    ['no rungs', { ...shipped, rungs: [] }, '“rungs”不能为空'],
    ['one id twice', { ...shipped, rungs: [...shipped.rungs, shipped.rungs[0]] }, '重复'],
    ['nothing at all', null, '“version”应为正整数'],
  ])('refuses %s (LADDER_INVALID)', (_, value, sentence) => {
    const attempt = () => parseLadder(value);
    expect(attempt).toThrow(sentence);
    expect(attempt).toThrow(expect.objectContaining({ kind: 'INVALID', code: 'LADDER_INVALID' }));
  });
});
