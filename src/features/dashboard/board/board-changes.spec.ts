import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { LEADS_TO } from './board-changes.js';

/** Kinds of things whose change moves no light and no line: who must learn of it is somebody else. */
const MOVES_NOTHING = new Set([
  'account',
  'audit',
  'backup',
  'self-check',
  'board_export',
  'bulletin',
  'clock',
  'court-case',
  'court-figures',
  'decision_catalogue',
  'department_group',
  'department_robot',
  'digest',
  'evidence',
  'file',
  'hand_over',
  'hearing',
  'ledger-import',
  'major_decision',
  'outbox',
  'post',
  'reminder',
  'request',
  'saved_view',
  'schedule_run',
  'task_breakdown',
]);

function recordedKinds(): Set<string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  const found = files.flatMap((file) => [
    ...readFileSync(`src/${file}`, 'utf8').matchAll(/objectKind: '([^']+)'/g),
  ]);
  return new Set(found.map((match) => match[1] as string));
}

describe('what a list held in memory listens to', () => {
  it('knows of every kind of thing that is recorded whether it moves a line', () => {
    const kinds = recordedKinds();
    expect(kinds.size).toBeGreaterThan(10);
    const undecided = [...kinds].filter((kind) => !(kind in LEADS_TO) && !MOVES_NOTHING.has(kind));
    expect(undecided).toEqual([]);
  });
});
