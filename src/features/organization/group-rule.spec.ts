import { describe, expect, it } from '@jest/globals';
import { isGroupRule, membersByRule, type Groupable } from './group-rule.js';

const unit = (id: string, kind: Groupable['kind'], enforcement = false, responsible = false): Groupable => ({
  id,
  kind,
  isEnforcementUnit: enforcement,
  isResponsibleDepartment: responsible,
});

const UNITS = [
  unit('water', 'GOVERNMENT', true, true),
  unit('police', 'VERTICAL', true),
  unit('court', 'JUDICIAL'),
  unit('street', 'SUBDISTRICT', false, true),
];

describe('rules of groups', () => {
  it.each([
    ['ALL', ['water', 'police', 'court', 'street']],
    ['ENFORCEMENT', ['water', 'police']],
    ['RESPONSIBLE', ['water', 'street']],
    ['KIND:SUBDISTRICT', ['street']],
    ['KIND:GOVERNMENT,VERTICAL', ['water', 'police']],
    ['LIST', ['court']],
  ])('%s gives its members', (rule, members) => {
    expect(isGroupRule(rule)).toBe(true);
    expect(membersByRule(rule, UNITS, new Set(['court', 'gone']))).toEqual(members);
  });

  it.each(['', 'all', 'KIND:', 'KIND:MOON', 'KIND:GOVERNMENT,', 'LIST:SFJ'])('%s is no rule', (rule) => {
    expect(isGroupRule(rule)).toBe(false);
  });
});
