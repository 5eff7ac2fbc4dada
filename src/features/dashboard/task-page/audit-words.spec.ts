import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import {
  closeOutRequestLifecycle,
  type CloseOutRequestState,
} from '../../../domain/task/close-out-request-lifecycle.js';
import { dispatchRoundLifecycle } from '../../../domain/task/dispatch-round-lifecycle.js';
import { extensionRequestLifecycle } from '../../../domain/task/extension-request-lifecycle.js';
import type { AuditFacts } from './audit-sentence.js';
import { auditWords, sentenceOf } from './audit-words.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('audit-words.ts'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'));

/** Literals that look like an operation and are none: configuration files, and jobs that record their deeds one by one. */
const NONE = new Set([
  'ledger.yaml',
  'reminders.yaml',
  'reminders.deliver',
  'dispatch.freeze-shard',
  'identity.upkeep',
  'evidence.yaml',
  'evidence.cited',
  'access.yaml',
  'audit.key',
  'audit.denials',
  'self-check.alerts',
]);

/** What records deeds, by how its codes begin. */
const RECORDING = readdirSync('src/features').concat([
  'access',
  'audit',
  'backup',
  'clock',
  'queue',
  'reminder',
  'self-check',
]);

/** Words of one feature's codes that are put together at run time, spelt out by the tables they come from. */
const lower = (words: readonly string[]): string[] => words.map((each) => each.toLowerCase());
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'ledger.extension.': lower(
    Object.keys(extensionRequestLifecycle.states).filter((state) => state !== 'SUBMITTED'),
  ),
  'ledger.close-out.': [
    'requested',
    ...lower(
      (Object.keys(closeOutRequestLifecycle.states) as CloseOutRequestState[]).filter(
        (state) => state !== 'SUBMITTED',
      ),
    ),
  ],
  'reporting.close-out.': lower(Object.keys(closeOutRequestLifecycle.deeds)),
  'ledger.': ['suspend', 'cancel'],
  'dispatch.': lower(Object.keys(dispatchRoundLifecycle.deeds)),
  'reminders.': ['sent', 'notSent'],
  'dashboard.': sources
    .filter((source) => source.includes('operation: `dashboard.${'))
    .flatMap((source) => [...source.matchAll(/record\('([a-zA-Z]+)'/g)].map((match) => match[1]!)),
  'identity.': sources
    .filter((source) => source.includes('operation: `identity.${'))
    .flatMap((source) => [...source.matchAll(/record\('([a-zA-Z]+)'/g)].map((match) => match[1]!)),
  'organization.': sources
    .filter((source) => source.includes('operation: `organization.${'))
    .flatMap((source) => [...source.matchAll(/'([a-z]+[A-Z][A-Za-z]+|appoint)'/g)].map((match) => match[1]!))
    .filter((deed) => !deed.endsWith('Id')),
};

function recorded(): Set<string> {
  const literal = new RegExp(`'((?:${RECORDING.join('|')})\\.[a-zA-Z]+(?:[.-][a-zA-Z]+)*)'`, 'g');
  const audited = sources.filter((source) => /audit|desk|\bsave\b|_JOB/.test(source));
  const found = audited.flatMap((source) => [...source.matchAll(literal)].map((match) => match[1]!));
  const told = sources.flatMap((source) =>
    [...source.matchAll(/operation: '([a-zA-Z]+\.[a-zA-Z.-]+)'/g)].map((match) => match[1]!),
  );
  const built = Object.entries(PUT_TOGETHER).flatMap(([head, tails]) => tails.map((tail) => head + tail));
  return new Set([...found, ...told, ...built].filter((code) => !NONE.has(code)));
}

const facts = (more: Partial<AuditFacts> = {}): AuditFacts => ({
  before: {},
  after: {},
  departmentName: () => '区司法局',
  ...more,
});

describe('the trail in words', () => {
  it('has a sentence for every operation that is recorded anywhere', () => {
    const codes = recorded();
    expect(codes.size).toBeGreaterThan(60);
    expect([...codes].filter((code) => !(code in auditWords)).toSorted()).toEqual([]);
  });

  it('knows every way a code is put together at run time', () => {
    const heads = sources.flatMap((source) =>
      [...source.matchAll(/`([a-z]+\.(?:[a-z-]+\.)?)\$\{/g)].map((match) => match[1]!),
    );
    const recording = new RegExp(`^(?:${RECORDING.join('|')})\\.`);
    const unknown = heads.filter((head) => recording.test(head) && !(head in PUT_TOGETHER));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('says what an official would say, whole and without codes', () => {
    for (const code of Object.keys(auditWords)) expect(sentenceOf(code, facts())).toMatch(/^[^a-z{}]*[\u4e00-\u9fff]/); // prettier-ignore
  });

  it.each<[string, Partial<AuditFacts>, string]>([
    ['ledger.reassign', { after: { stateReason: '职能划转' } }, '改派，理由：职能划转'],
    [
      'ledger.cancel',
      { after: { stateReason: '某法办〔2023〕5号' } },
      '撤销任务，批准文件：某法办〔2023〕5号',
    ],
    ['ledger.assign', { after: { departmentId: 'd', role: 'SUPPORT' } }, '将区司法局列为配合单位'],
    ['ledger.assign', { before: { state: 'ISSUED' }, after: { state: 'WITHDRAWN' } }, '撤回分工'],
    ['ledger.assign', { before: { state: 'ISSUED' }, after: { role: 'LEAD' } }, '调整分工为牵头单位'],
    [
      'ledger.change-deadline',
      { before: { dueOn: '2023-10-31' }, after: { dueOn: '2023-11-30' } },
      '时限由 2023-10-31 改为 2023-11-30',
    ],
    ['reporting.accept', { after: { verifiedProgress: 80 } }, '月报审核通过，核定进度 80%'],
    ['reporting.submit', {}, '报送月报'],
    ['later.deed', {}, '办理“later.deed”'],
  ])('%s', (code, more, sentence) => {
    expect(sentenceOf(code, facts(more))).toBe(sentence);
  });
});
