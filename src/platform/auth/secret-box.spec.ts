import { describe, expect, it } from '@jest/globals';
import { SecretBox } from './secret-box.js';

const KEY = Buffer.alloc(32, 7);

describe('sealed secrets', () => {
  const box = new SecretBox(KEY, 'test');

  it('open for their owner, look different each time and show nothing', () => {
    const [one, other] = [box.seal('JBSWY3DP', 'account-1'), box.seal('JBSWY3DP', 'account-1')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('JBSWY3DP');
    expect(box.open(one, 'account-1')).toBe('JBSWY3DP');
  });

  it('open neither for another owner, nor with another key or purpose, nor when touched', () => {
    const sealed = box.seal('JBSWY3DP', 'account-1');
    const touched = Buffer.from(sealed, 'base64');
    touched.writeUInt8(touched.readUInt8(30) ^ 1, 30);
    expect(box.open(sealed, 'account-2')).toBeNull();
    expect(new SecretBox(Buffer.alloc(32, 8), 'test').open(sealed, 'account-1')).toBeNull();
    expect(new SecretBox(KEY, 'another').open(sealed, 'account-1')).toBeNull();
    expect(box.open(touched.toString('base64'), 'account-1')).toBeNull();
    expect(box.open('', 'account-1')).toBeNull();
  });
});
