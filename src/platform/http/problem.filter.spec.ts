import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DomainError, type RefusalKind } from '../../domain/refusal.js';
import { problemOf } from './problem.filter.js';

describe('the problem document of an error', () => {
  const STATUS: [RefusalKind, number][] = [
    ['INVALID', 400],
    ['UNAUTHENTICATED', 401],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
    ['CONFLICT', 409],
    ['STALE', 412],
    ['LIMITED', 429],
    ['UNAVAILABLE', 503],
  ];
  it.each(STATUS)('gives a refusal of kind %s the status %i, its code and its sentence', (kind, status) => {
    expect(problemOf(new DomainError(kind, 'SOME_CODE', '不能办理。', { day: '2023-01-10' }))).toEqual({
      type: 'urn:diaodu:problem:SOME_CODE',
      title: '不能办理。',
      status,
      code: 'SOME_CODE',
      details: { day: '2023-01-10' },
    });
  });

  it.each([
    ['NO_SUCH_ADDRESS', new NotFoundException()],
    ['BODY_TOO_LARGE', { statusCode: 413 }],
    ['MEDIA_TYPE_NOT_ACCEPTED', { statusCode: 415 }],
    ['BAD_REQUEST', { statusCode: 400 }],
  ])('%s is told in Chinese, whoever raised it', (code, error) => {
    expect(problemOf(error)).toMatchObject({ code, title: expect.stringMatching(/\p{Script=Han}.*。$/u) });
  });

  it('keeps the words of a fault to the log (INTERNAL_FAULT)', () => {
    const problem = problemOf(new Error('SELECT secret FROM account'));
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL_FAULT' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});
