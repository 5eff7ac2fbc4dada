import { DomainError } from '../refusal.js';
import type { Ladder, Rung, RungPaper } from './ladder.js';

type Plain = Record<string, unknown>;

const RECIPIENTS = ['LIAISON', 'HEAD', 'SUPERVISING_LEADER'];
const APPROVERS = ['DIRECTOR', 'LEADER'];

/**
 * Takes the plain value of the configuration file; gives the ladder, mildest rung first. Refuses (INVALID), naming all
 * faults at once: missing or wrong fields, two rungs of one id, an order that would skip a rung, and the word 督查,
 * which only a designated inspection may bear (政府督查工作条例第七条).
 */
export function parseLadder(value: unknown): Ladder {
  const given = plain(value);
  const rungs = Array.isArray(given['rungs']) ? given['rungs'].map(plain) : [];
  const reports = plain(given['reports']);
  const registers = plain(given['registers']);
  const others = [reports['reminder'], reports['missing'], registers['reminder'], registers['followUp']];
  const papers = [...rungs, ...others.map(plain)];
  const faults = [
    ...(isWhole(given['version'], 1) ? [] : ['“version”应为正整数']),
    ...(rungs.length > 0 ? [] : ['“rungs”不能为空']),
    ...papers.flatMap((paper, i) => paperFaults(paper, `第 ${i + 1} 项`)),
    ...rungs.flatMap((rung) => rungFaults(rung)),
    ...repeated(papers.map((paper) => String(paper['id']))).map((id) => `“${id}”重复`),
    ...orderFaults(rungs),
  ];
  if (faults.length > 0) {
    throw new DomainError('INVALID', 'LADDER_INVALID', `提醒与升级阶梯配置有误：${faults.join('；')}。`, {
      faults,
    });
  }
  return {
    version: given['version'] as number,
    rungs: rungs.map(
      (rung) =>
        ({
          ...paperOf(rung),
          when: rung['when'],
          days: rung['days'],
          redMonths: rung['redMonths'] ?? null,
        }) as Rung,
    ),
    reports: { reminder: paperOf(plain(reports['reminder'])), missing: paperOf(plain(reports['missing'])) },
    registers: {
      reminder: paperOf(plain(registers['reminder'])),
      followUp: paperOf(plain(registers['followUp'])),
    },
  };
}

function paperOf(paper: Plain): RungPaper {
  return {
    id: paper['id'],
    label: paper['label'],
    paper: paper['paper'],
    number: paper['number'],
    to: paper['to'],
    cc: paper['cc'] ?? [],
    replyWorkingDays: paper['replyWorkingDays'] ?? null,
    approver: paper['approver'] ?? null,
  } as RungPaper;
}

function paperFaults(paper: Plain, place: string): string[] {
  const { id, to, cc = [], replyWorkingDays = 1, approver = 'DIRECTOR' } = paper;
  const name = typeof id === 'string' ? `“${id}”` : place;
  const texts = ['id', 'label', 'paper', 'number'].filter(
    (key) => typeof paper[key] !== 'string' || paper[key] === '',
  );
  return [
    ...texts.map((key) => `${name}缺少“${key}”`),
    ...unless(isRecipients(to) && to.length > 0, `${name}的“to”应列明接收人`),
    ...unless(isRecipients(cc), `${name}的“cc”应列明抄送人`),
    ...unless(isWhole(replyWorkingDays, 1), `${name}的“replyWorkingDays”应为正整数`),
    ...unless(
      APPROVERS.some((one) => one === approver),
      `${name}的“approver”不是审批人`,
    ),
    ...unless(!JSON.stringify(paper).includes('督查'), `${name}不得使用“督查”字样`),
  ];
}

function unless(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault];
}

function rungFaults(rung: Plain): string[] {
  const name = `“${String(rung['id'])}”`;
  return [
    ...(rung['when'] === 'BEFORE' || rung['when'] === 'AFTER'
      ? []
      : [`${name}的“when”应为 BEFORE 或者 AFTER`]),
    ...(isWhole(rung['days'], rung['when'] === 'AFTER' ? 1 : 0) ? [] : [`${name}的“days”应为天数`]),
    ...(isWhole(rung['redMonths'] ?? 1, 1) ? [] : [`${name}的“redMonths”应为月数`]),
  ];
}

/** Days must tell the same story as the order of the file: nearer and nearer before the deadline, later and later after. */
function orderFaults(rungs: readonly Plain[]): string[] {
  const places = rungs.map((rung) => (rung['when'] === 'BEFORE' ? -1 : 1) * Number(rung['days']));
  return places.some((place, i) => i > 0 && place <= (places[i - 1] ?? 0))
    ? ['“rungs”应由轻到重依次排列']
    : [];
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

function plain(value: unknown): Plain {
  return typeof value === 'object' && value !== null ? (value as Plain) : {};
}

function isRecipients(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every((each) => RECIPIENTS.some((one) => one === each));
}

function isWhole(value: unknown, least: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}
