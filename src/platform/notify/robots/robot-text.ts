import type { RobotKind } from './robot.js';

/** Bytes of UTF-8 one message may have: 企业微信 takes 2048 of text, 钉钉 20000 of the whole body. */
const MOST_BYTES: Readonly<Record<RobotKind, number>> = { WECOM: 2048, DINGTALK: 18_000 };

const POINTER = '……（内容较长，全文请登录法治调度“提醒”页查看）';

/**
 * Pure: the text as a robot takes it, at most so many bytes, ending with the number it is known by. One message and not
 * several: a second would count against the rate, and half a digest must not pass for a whole one.
 */
export function robotText(kind: RobotKind, text: string, messageId: string): string {
  const end = `\n〔编号 ${messageId}〕`;
  const room = MOST_BYTES[kind] - bytes(end);
  const whole = text.trimEnd();
  if (bytes(whole) <= room) return whole + end;
  return cut(whole, room - bytes(POINTER)) + POINTER + end;
}

/** As many whole lines as fit; where not even one does, as many whole characters. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const line of text.split('\n')) {
    const longer = kept === '' ? line : `${kept}\n${line}`;
    if (bytes(longer) > most) break;
    kept = longer;
  }
  if (kept !== '') return kept;
  let used = 0;
  for (const letter of text) {
    used += bytes(letter);
    if (used > most) break;
    kept += letter;
  }
  return kept;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
