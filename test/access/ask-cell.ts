import { strFromU8, unzipSync } from 'fflate';
import type { TestApp } from '../support/app.js';
import type { Cell } from './cells.js';

/** What came back for a cell. */
export interface Answer {
  status: number;
  code: string;
  /** Everything a person could read in it: body, the parts of an office file, headers. */
  text: string;
  body: string;
}

/** Thrown to undo what an allowed request has done. */
class Undone extends Error {}

/** Makes the request of a cell; what it writes stays. */
export async function askCell(test: TestApp, { operation, ask, who }: Cell): Promise<Answer> {
  const params = { ...ask.params, ...(await ask.before?.(test)) };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? 'not-given'),
  );
  const query = Object.fromEntries(
    Object.entries(ask.query ?? {}).filter(([, value]) => value !== undefined),
  );
  const response = await test.app.inject({
    method: operation.method,
    url: path,
    query: query as Record<string, string>,
    ...(ask.from === undefined ? {} : { remoteAddress: ask.from }),
    headers: {
      host: '127.0.0.1',
      ...(who.cookie === null ? {} : { cookie: who.cookie }),
      ...(ask.version === undefined ? {} : { 'if-match': `"${ask.version}"` }),
      ...ask.headers,
    },
    ...(ask.body === undefined ? {} : { payload: ask.body }),
  });
  const { statusCode: status, rawPayload, headers } = response;
  const body = rawPayload.toString('utf8');
  return {
    status,
    code: codeOf(body, status),
    body,
    text: `${JSON.stringify(headers)}\n${body}\n${insideOf(rawPayload)}`,
  };
}

/** Makes the request of a cell in a unit of work that is rolled back, so that the next cell finds the office as it was. */
export async function askAndUndo(test: TestApp, cell: Cell): Promise<Answer> {
  let answer: Answer | undefined;
  try {
    await test.db.unitOfWork.run(async () => {
      answer = await askCell(test, cell);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  if (!answer) throw new Error(`${cell.name} was not answered`);
  return answer;
}

function codeOf(body: string, status: number): string {
  if (status < 400 || body === '') return '';
  // A refusal the browser itself opens is a page that names its code.
  if (body.startsWith('<')) return /代码 (\w+)/.exec(body)?.[1] ?? '';
  return (JSON.parse(body) as { code?: string }).code ?? '';
}

/** The texts inside a .docx or .xlsx; nothing for anything else. */
function insideOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return '';
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}
