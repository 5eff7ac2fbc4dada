import { DEPARTMENT_KINDS, isGroupRule } from './group-rule.js';

/** A group as config/groups.yaml words it. */
export interface ConfiguredGroup {
  code: string;
  name: string;
  rule: string;
  /** Phrases that mean the group. */
  phrases: string[];
}

/** What config/groups.yaml says: where the office sits and which groups its papers speak of. */
export interface OfficeConfig {
  home: { district: string; city: string };
  groups: ConfiguredGroup[];
}

/** Takes the value of config/groups.yaml; gives its groups and home, or stops the start with every fault. */
export function parseOfficeConfig(value: unknown): OfficeConfig {
  const { home, groups } = (value ?? {}) as { home?: unknown; groups?: unknown };
  const { district, city } = (home ?? {}) as { district?: unknown; city?: unknown };
  const faults: string[] = [];
  if (!isText(district) || !isText(city)) faults.push('home.district 和 home.city 应填写区、市名称');
  const list = Array.isArray(groups) ? (groups as unknown[]) : [];
  if (list.length === 0) faults.push('groups 应为单位组列表');
  list.forEach((group, index) => faults.push(...faultsOf(group, index + 1)));
  const codes = list.map((group) => (group as { code?: unknown }).code);
  if (new Set(codes).size < codes.length) faults.push('groups 中有重复的 code');
  if (faults.length > 0) throw new Error(`config/groups.yaml 有误：${faults.join('；')}`);
  return { home: { district: district as string, city: city as string }, groups: list as ConfiguredGroup[] };
}

function faultsOf(group: unknown, place: number): string[] {
  const { code, name, rule, phrases } = (group ?? {}) as Record<string, unknown>;
  const faults: string[] = [];
  if (!isText(code) || !/^[A-Z][A-Z_]*$/.test(code)) faults.push(`第${place}组的 code 应为大写字母和下划线`);
  if (!isText(name)) faults.push(`第${place}组缺少 name`);
  if (!isText(rule) || !isGroupRule(rule)) {
    faults.push(
      `第${place}组的 rule 应为 ALL、ENFORCEMENT、RESPONSIBLE、LIST 或 KIND:${DEPARTMENT_KINDS[0]} 等`,
    );
  }
  if (!Array.isArray(phrases) || phrases.length === 0 || !phrases.every(isText)) {
    faults.push(`第${place}组的 phrases 应为词语列表`);
  }
  return faults;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
