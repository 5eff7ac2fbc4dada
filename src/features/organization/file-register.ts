import type { DepartmentRegister } from '../../domain/phrases/department-register.js';
import { parseDepartmentFile } from './department-file.js';
import { membersByRule } from './group-rule.js';
import type { OfficeConfig } from './office-config.js';

/** The register that a file of departments gives together with the configured groups; nothing is stored. */
export function registerOfFile(bytes: Buffer, { home, groups }: OfficeConfig): DepartmentRegister {
  const lines = parseDepartmentFile(bytes);
  const departments = lines.map((line) => ({ ...line, id: line.code }));
  return {
    home,
    departments: lines.map(({ code, name, shortName, aliases }) => ({
      code,
      name,
      aliases: [...new Set([shortName, ...aliases])]
        .filter((alias) => alias !== name)
        .map((alias) => ({ name: alias })),
    })),
    groups: groups.map(({ code, rule, phrases }) => ({
      code,
      names: phrases,
      members: membersByRule(rule, departments, new Set()),
      ...(rule === 'LIST' && { openEnded: true }),
    })),
  };
}
