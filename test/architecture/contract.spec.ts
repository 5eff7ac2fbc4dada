import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { contractFindings, type ContractDocument } from './contract-findings.js';
import { clashingNames } from './schema-names.js';

const DOCUMENT = readFileSync('openapi.json', 'utf8');

/** The real contract with something spoilt. */
function spoilt(spoil: (document: ContractDocument) => void): string[] {
  const document = JSON.parse(DOCUMENT) as ContractDocument;
  spoil(document);
  return contractFindings(document);
}

/** A schema of the contract, to be spoilt. */
function properties(document: ContractDocument, name: string): Record<string, object> {
  return document.components.schemas[name]?.properties ?? {};
}

describe('the contract', () => {
  it('describes every answer down to the type of every field', () => {
    expect(contractFindings(JSON.parse(DOCUMENT) as ContractDocument)).toEqual([]);
  });

  const tasks = (document: ContractDocument) => document.paths['/api/v1/tasks']?.['get']?.responses ?? {};

  it.each<[string, (document: ContractDocument) => void, string]>([
    [
      'a response type the compiler could not see',
      (document) => delete tasks(document)['200']?.content,
      'GET /api/v1/tasks: 200 is not described',
    ],
    [
      'an interface, which becomes an object of anything',
      (document) =>
        (tasks(document)['200'] = { content: { 'application/json': { schema: { type: 'object' } } } }),
      'GET /api/v1/tasks 200 application/json: is an object of anything',
    ],
    [
      'an operation that tells of no problems',
      (document) => delete tasks(document)['default'],
      'GET /api/v1/tasks: does not tell of problems',
    ],
    [
      'a field without a type, deep inside',
      (document) => (properties(document, 'DepartmentName')['code'] = {}),
      'DepartmentName.code: has no type',
    ],
    [
      'a list of anything',
      (document) => (properties(document, 'TaskResponse')['problems'] = { type: 'array' }),
      'TaskResponse.problems[]: has no type',
    ],
    [
      'a nullable object of anything',
      (document) => (properties(document, 'TaskResponse')['target'] = { type: ['object', 'null'] }),
      'TaskResponse.target: is an object of anything',
    ],
    [
      'a record of anything',
      (document) =>
        (properties(document, 'ImportRowResponse')['raw'] = { type: 'object', additionalProperties: true }),
      'ImportRowResponse.raw: is an object of anything',
    ],
  ])('%s is reported', (_, spoil, finding) => {
    const before = new Set(spoilt(() => undefined));
    expect(spoilt(spoil).filter((each) => !before.has(each))).toEqual([finding]);
  });
});

describe('the names of the contract', () => {
  it('each mean one thing, as the later of two would be shown for both', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const sources = Object.fromEntries(files.map((file) => [file, readFileSync(`src/${file}`, 'utf8')]));
    expect(clashingNames(sources)).toEqual([]);
  });

  it('are seen to clash', () => {
    const name = (code: string) =>
      `/** A name. */\nexport class Name {\n  /** ${code} */\n  ${code}!: string;\n}\n`;
    const same = { 'a/present-one.ts': name('code'), 'b/present-two.ts': name('code') };
    expect(clashingNames(same)).toEqual([]);
    const clash = ['Name is another thing in a/present-one.ts and b/requests.ts'];
    expect(clashingNames({ ...same, 'b/requests.ts': name('title') })).toEqual(clash);
    expect(clashingNames({ ...same, 'b/stored.ts': name('title') })).toEqual([]);
  });
});
