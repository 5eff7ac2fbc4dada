import type { RobotKind } from './robot.js';

const KEY: Readonly<Record<RobotKind, RegExp>> = {
  WECOM: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  DINGTALK: /^[\da-f]{64}$/i,
};

/** Where the makers put the key in the address that people copy. */
const ADDRESS: Readonly<Record<RobotKind, RegExp>> = {
  WECOM: /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=([\w-]+)$/,
  DINGTALK: /^https:\/\/oapi\.dingtalk\.com\/robot\/send\?access_token=(\w+)$/,
};

/**
 * Pure: the key in what somebody has pasted, a key or the whole address of the maker's own server; null for anything else.
 * Of an address only the key is taken, so that nobody can make the service call another host.
 */
export function robotKeyIn(kind: RobotKind, pasted: string): string | null {
  const text = pasted.trim();
  const key = ADDRESS[kind].exec(text)?.[1] ?? text;
  return KEY[kind].test(key) ? key : null;
}
