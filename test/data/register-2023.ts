import { readFileSync } from 'node:fs';
import { defaultDepartmentGroups } from '../support/default-department-groups.js';
import type { DepartmentRegister } from '../../src/domain/phrases/department-register.js';

/** The 47 units of test/data/departments-2023.csv with the usual groups. */
export function register2023(): DepartmentRegister {
  const [, ...lines] = readFileSync('test/data/departments-2023.csv', 'utf8').trim().split('\n');
  const rows = lines.map((line) => {
    const [code, name, shortName, kind, enforcement, responsible, aliases] = line.split(',') as string[];
    const names = [shortName!, ...(aliases ?? '').split('|')].filter((alias) => alias && alias !== name);
    return {
      code: code!,
      name: name!,
      aliases: names.map((alias) => ({ name: alias })),
      kind: kind!,
      isEnforcementUnit: enforcement === '1',
      isResponsibleDepartment: responsible === '1',
    };
  });
  return {
    home: { district: '河北区', city: '天津市' },
    departments: rows.map(({ code, name, aliases }) => ({ code, name, aliases })),
    groups: defaultDepartmentGroups(rows),
  };
}
