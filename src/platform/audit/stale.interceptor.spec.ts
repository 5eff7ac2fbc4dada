import { describe, expect, it } from '@jest/globals';
import type { AuditedEvent } from './audit-history.js';
import { meanwhile } from './stale.interceptor.js';

const event = (seq: number, after: Record<string, unknown>): AuditedEvent => ({
  seq,
  at: seq * 1000,
  actor: 'SFJ-LIAISON',
  holder: '联络员',
  operation: 'reporting.draft',
  objectKind: 'progress_report',
  objectId: 'r',
  before: null,
  after,
});

describe('what was changed meanwhile', () => {
  it('names who was last and all fields since', () => {
    expect(meanwhile([event(3, { text: '新' }), event(2, { text: '旧', problems: '' })])).toEqual({
      by: 'SFJ-LIAISON',
      holder: '联络员',
      at: 3000,
      operation: 'reporting.draft',
      fields: ['text', 'problems'],
    });
  });

  it('says nothing where the trail knows nothing', () => {
    expect(meanwhile([])).toEqual({});
  });
});
