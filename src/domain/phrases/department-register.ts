import type { Day } from '../calendar/day.js';

/** What is known about units when a list of them is read; the organization feature or a file fills it. */
export interface DepartmentRegister {
  departments: RegisteredDepartment[];
  groups: RegisteredGroup[];
  /** Where the office sits: `区` in a name means this district, `市` this city. */
  home: Home;
}

export interface RegisteredDepartment {
  code: string;
  name: string;
  aliases: DepartmentAlias[];
}

/** Another name of a unit; after a reform (机构改革) it holds only from or up to a day, both included. */
export interface DepartmentAlias {
  name: string;
  from?: Day | null;
  to?: Day | null;
}

export interface RegisteredGroup {
  code: string;
  /** The ways the group is written, e.g. 各街道; scope and number before it (全区, 31个) are understood by themselves. */
  names: string[];
  /** Codes of the members; empty where nobody has listed them yet. */
  members: string[];
  /** The phrase itself leaves open who is meant (各有关部门): the list has to be completed by hand. */
  openEnded?: boolean;
}

export interface Home {
  district: string;
  city: string;
}

/** Which column a list stands in: 牵头单位, 配合单位, or 责任单位. */
export type DepartmentColumn = 'LEAD' | 'SUPPORT' | 'RESPONSIBLE';
