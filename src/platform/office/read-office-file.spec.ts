import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DomainError } from '../../domain/refusal.js';
import { childCommand } from './office-child-command.js';
import { OFFICE_LIMITS } from './office-limits.js';
import { readOfficeFile } from './read-office-file.js';

const csv = Buffer.from('序号,任务\n1,修堤');

describe('reading an office file in a child process', () => {
  it('gives the content of a file', async () => {
    expect(await readOfficeFile(csv, '台账.CSV')).toMatchObject({
      kind: 'workbook',
      sheets: [
        {
          rows: [
            [{ text: '序号' }, { text: '任务' }],
            [{ value: '1' }, { value: '修堤' }],
          ],
        },
      ],
    });
  });

  it.each([
    ['FILE_EMPTY', Buffer.alloc(0), 'a.csv', {}],
    ['FILE_TOO_LARGE', csv, 'a.csv', { fileBytes: csv.length - 1 }],
    ['FILE_TYPE_UNKNOWN', csv, 'no-extension', {}],
    ['FILE_TYPE_UNKNOWN', csv, 'a.\u0000', {}],
    ['FILE_TIMEOUT', csv, 'a.csv', { wallMilliseconds: 1 }],
    ['FILE_MEMORY', csv, 'a.csv', { residentMegabytes: -150 }],
    ['FILE_TOO_LARGE', csv, 'a.csv', { answerBytes: 10 }],
  ])('refuses with %s in Chinese and stays alive', async (code, bytes, name, limits) => {
    const refusal = readOfficeFile(bytes, name, limits);
    await expect(refusal).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/[\u4e00-\u9fff]。$/u),
    });
  });

  it('a fault in the child is a fault here, not a refusal', async () => {
    const refusal = readOfficeFile(csv, 'a.csv', { heapMegabytes: Number.NaN });
    await expect(refusal).rejects.toThrow('office child ended with');
    await expect(refusal).rejects.not.toBeInstanceOf(DomainError);
  });

  it('a child whose parent is gone ends by itself', async () => {
    const { file, flags, environment, directory } = childCommand();
    const limits = JSON.stringify({ ...OFFICE_LIMITS, wallMilliseconds: 100 });
    // Nobody closes its input and nobody kills it.
    const child = spawn(process.execPath, [...flags, file, 'csv', limits], {
      env: environment,
      cwd: directory,
    });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
  });

  it('takes a file of exactly the allowed size', async () => {
    await expect(readOfficeFile(csv, 'a.csv', { fileBytes: csv.length })).resolves.toBeDefined();
  });
});
