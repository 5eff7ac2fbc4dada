import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { addressOf } from './http-robots.js';
import { readAnswer } from './robot-answer.js';
import { robotKeyIn } from './robot-key.js';
import { robotText } from './robot-text.js';

const WECOM_KEY = '693a91f6-1111-4bc4-97a0-0ec2d1fa5aaa';
const TOKEN = 'ab'.repeat(32);

describe('what a robot answers', () => {
  it.each([
    ['WECOM', 200, '{"errcode":0,"errmsg":"ok"}', null],
    ['WECOM', 200, '{"errcode":45009,"errmsg":"api freq out of limit"}', 'TOO_FAST'],
    ['WECOM', 200, '{"errcode":93000,"errmsg":"invalid webhook url"}', 'NEVER'],
    ['WECOM', 200, '{"errcode":-1,"errmsg":"system busy"}', 'LATER'],
    ['DINGTALK', 200, '{"errcode":130101,"errmsg":"send too fast"}', 'TOO_FAST'],
    ['DINGTALK', 200, '{"errcode":310000,"errmsg":"keywords not in content"}', 'NEVER'],
    ['DINGTALK', 429, '', 'TOO_FAST'],
    ['DINGTALK', 502, '<html>', 'LATER'],
    ['DINGTALK', 500, '{"errcode":0}', 'LATER'],
    ['WECOM', 200, 'null', 'LATER'],
    ['WECOM', 200, '', 'LATER'],
  ] as const)('%s %d %s: %s', (kind, status, body, fault) => {
    expect(readAnswer(kind, status, body)?.fault ?? null).toBe(fault);
  });
});

describe('the key of a robot', () => {
  it('is taken from the address people copy', () => {
    const address = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${WECOM_KEY}`;
    expect(robotKeyIn('WECOM', ` ${address} `)).toBe(WECOM_KEY);
    expect(robotKeyIn('WECOM', WECOM_KEY)).toBe(WECOM_KEY);
    expect(robotKeyIn('DINGTALK', `https://oapi.dingtalk.com/robot/send?access_token=${TOKEN}`)).toBe(TOKEN);
  });

  it.each([
    `https://evil.example/cgi-bin/webhook/send?key=${WECOM_KEY}`,
    `http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${WECOM_KEY}`,
    `https://qyapi.weixin.qq.com@127.0.0.1/cgi-bin/webhook/send?key=${WECOM_KEY}`,
    `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${WECOM_KEY}&debug=1`,
    'http://169.254.169.254/',
    `${WECOM_KEY}\r\nHost: x`,
    TOKEN,
    '',
  ])('is not found in %j', (pasted) => {
    expect(robotKeyIn('WECOM', pasted)).toBeNull();
  });

  it('signs as DingTalk asks, and WeCom not at all', () => {
    const secret = `SEC${'0'.repeat(64)}`;
    const address = addressOf(
      { kind: 'DINGTALK', key: TOKEN, secret },
      'https://oapi.dingtalk.com',
      1577262236757,
    );
    const sign = createHmac('sha256', secret).update(`1577262236757\n${secret}`).digest('base64');
    expect(address.href).toBe(
      `https://oapi.dingtalk.com/robot/send?access_token=${TOKEN}&timestamp=1577262236757&sign=${encodeURIComponent(sign)}`,
    );
    const wecom = addressOf(
      { kind: 'WECOM', key: WECOM_KEY, secret: null },
      'https://qyapi.weixin.qq.com',
      1,
    );
    expect(wecom.href).toBe(`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${WECOM_KEY}`);
  });
});

describe('the text of a robot', () => {
  it('is left whole where it fits and ends with its number', () => {
    expect(robotText('WECOM', '【法治调度】一项\n', 'n1@x')).toBe('【法治调度】一项\n〔编号 n1@x〕');
  });

  it.each([
    ['many lines', '催办事项一件，请抓紧办理。\n'.repeat(200)],
    ['one long line', '催'.repeat(5000)],
    ['letters outside the first plane', '𠮷'.repeat(5000)],
  ])('is cut to 2048 bytes with a pointer to the page: %s', (_case, text) => {
    const cut = robotText('WECOM', text, 'n1@x');
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2048);
    expect(Buffer.byteLength(cut)).toBeGreaterThan(1800);
    expect(cut).toMatch(/全文请登录.*\n〔编号 n1@x〕$/);
    expect(cut).not.toMatch(/\uFFFD/);
    expect(Buffer.from(cut, 'utf8').toString('utf8')).toBe(cut);
  });
});
