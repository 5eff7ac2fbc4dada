import { readFileSync } from 'node:fs';
import { PRINCIPALS, type PrincipalName } from './principals.js';

/** What the rules say of a cell: it is done (2xx), or refused with a status. */
export interface Rule {
  line: number;
  operation: string;
  roles: readonly string[];
  relations: readonly string[];
  states: readonly string[];
  /** `allow`, or the status of the refusal, with its code where the status alone would not tell it from another one. */
  expect: string;
  /** Whose texts an answer may hold: `all`, `own`, `none`; `public` for what is told to everybody. */
  fields: string;
}

/** What a rule is asked about. */
export interface Question {
  operation: string;
  role: PrincipalName;
  relation: string;
  state: string;
}

const COLUMNS = 'operation,role,relation,state,expect,fields';

/** Reads the table; says at once where a line is not one. */
export function readPolicy(text = readFileSync('test/access/policy.csv', 'utf8')): Rule[] {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== COLUMNS) throw new Error(`policy.csv begins with ${head}`);
  return lines.flatMap((line, place) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const rule = ruleOf(line, place + 2);
    if (rule) return [rule];
    throw new Error(`policy.csv line ${place + 2}: ${line}`);
  });
}

/** The rule a line holds; null where it is none. */
function ruleOf(text: string, line: number): Rule | null {
  const cells = text.split(',');
  if (cells.length !== COLUMNS.split(',').length) return null;
  const [operation, role, relation, state, expect, fields] = cells as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const lists = { roles: listOf(role), relations: listOf(relation), states: listOf(state) };
  const rule = { line, operation, ...lists, expect, fields };
  return isSound(rule) ? rule : null;
}

/** The first rule that fits, as a regulation is read from the special to the general. */
export function ruleFor(
  policy: readonly Rule[],
  { operation, role, relation, state }: Question,
): Rule | undefined {
  return policy.find(
    (rule) =>
      fits([rule.operation], operation) &&
      fits(rule.roles, role) &&
      fits(rule.relations, relation) &&
      fits(rule.states, state),
  );
}

/** A rule about every operation may only refuse: what is allowed is said for each. */
function isSound({ operation, roles, expect, fields }: Rule): boolean {
  const known = roles.every((role) => role === '*' || (PRINCIPALS as readonly string[]).includes(role));
  const expected =
    expect === 'allow'
      ? /^(all|own|none|public)$/.test(fields)
      : /^4\d\d( [A-Z_]+)?$/.test(expect) && fields === '';
  return known && expected && (operation !== '*' || expect !== 'allow');
}

function listOf(cell: string): string[] {
  return cell === '' ? ['*'] : cell.split('|');
}

function fits(words: readonly string[], word: string): boolean {
  return words.includes('*') || words.includes(word);
}
