import { describe, expect, it } from '@jest/globals';
import { AccessKey } from './access-key.js';
import { dispositionOf } from '../../platform/http/content-disposition.js';

const ID = '018c2f6e-9a1b-7c3d-8e4f-0123456789ab';
const key = new AccessKey(Buffer.from('a key of the office'));
const access = { evidenceId: ID, holder: 'SFJ-LIAISON\n张某', expiresAt: 1_700_000_060_000 };
const NOW = 1_700_000_000_000;

describe('下载链接的签名', () => {
  const token = key.sign(access);

  it('gives back what was signed, for the same holder and in time', () => {
    expect(key.read(token, access.holder, NOW)).toEqual(access);
    expect(token.length).toBeLessThan(200);
    expect(token).toMatch(/^[\w.-]+$/);
  });

  it('is good for nobody else, not a millisecond too long, and not under another key', () => {
    expect(key.read(token, 'SFJ-LIAISON\n李某', NOW)).toBeNull();
    expect(key.read(token, 'CZJ-LIAISON\n张某', NOW)).toBeNull();
    expect(key.read(token, access.holder, access.expiresAt - 1)).not.toBeNull();
    expect(key.read(token, access.holder, access.expiresAt)).toBeNull();
    expect(new AccessKey(Buffer.from('another key')).read(token, access.holder, NOW)).toBeNull();
  });

  it('bears no change of any character', () => {
    for (let at = 0; at < token.length; at++) {
      for (const other of ['A', 'B']) {
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        if (changed === token) continue;
        // The last character of each part carries spare bits; they are compared as text all the same.
        expect(key.read(changed, access.holder, NOW)).toBeNull();
      }
    }
    for (const wrong of ['', '.', `${token}.`, token.split('.')[0] ?? '', 'x'.repeat(5000)]) {
      expect(key.read(wrong, access.holder, NOW)).toBeNull();
    }
  });
});

describe('下载时的文件名', () => {
  it('keeps Chinese for all browsers of this century, and says something to older ones', () => {
    expect(dispositionOf('清单 (1)’s "稿".pdf'.replaceAll('"', '_'), false)).toBe(
      `attachment; filename="__ (1)_s ___.pdf"; filename*=UTF-8''%E6%B8%85%E5%8D%95%20%281%29%E2%80%99s%20_%E7%A8%BF_.pdf`,
    );
    expect(dispositionOf("a'b*.png", true)).toBe(
      `inline; filename="a'b*.png"; filename*=UTF-8''a%27b%2A.png`,
    );
  });
});
