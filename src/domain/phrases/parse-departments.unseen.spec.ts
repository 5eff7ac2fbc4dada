import { describe, expect, it } from '@jest/globals';
import { register2023 } from '../../../test/data/register-2023.js';
import type { DepartmentColumn } from './department-register.js';
import type { DepartmentContext, DepartmentList } from './parse-departments.js';
import { parseDepartments } from './parse-departments.js';

const register = register2023();

/** `lead|support|groups|unresolved`, with + between. */
function brief(list: DepartmentList): string {
  const texts = list.unresolved.map(({ text }) => text);
  return [list.lead, list.support, list.groups, texts].map((part) => part.join('+')).join('|');
}

function read(raw: string, column: DepartmentColumn, context: DepartmentContext = {}): DepartmentList {
  return parseDepartments(raw, column, register, context);
}

describe('a ledger in the office’s own ways of writing', () => {
  it.each<[string, DepartmentColumn, string]>([
    ['31个行政执法单位', 'SUPPORT', '||ENFORCEMENT_UNITS|'],
    ['35个责任部门', 'SUPPORT', '||RESPONSIBLE_UNITS|'],
    ['全区31家行政执法单位', 'SUPPORT', '||ENFORCEMENT_UNITS|'],
    ['10个街道', 'SUPPORT', '||ALL_STREETS|'],
    ['三十五个责任部门', 'SUPPORT', '||RESPONSIBLE_UNITS|'],
    ['各承办单位', 'SUPPORT', '||RELEVANT_UNITS|'],
    ['各被诉行政机关', 'SUPPORT', '||RELEVANT_UNITS|'],
    ['区有关部门', 'SUPPORT', '||RELEVANT_UNITS|'],
    ['各部门\n各街道', 'SUPPORT', '||ALL_DEPARTMENTS+ALL_STREETS|'],
    ['各部门、街道', 'SUPPORT', '||ALL_DEPARTMENTS+ALL_STREETS|'],
    ['区政府各部门、各街道', 'SUPPORT', '||ALL_DEPARTMENTS+ALL_STREETS|'],
    ['区委宣传部、各责任单位', 'SUPPORT', '|XCB|RESPONSIBLE_UNITS|'],
    ['区司法局牵头，区城管委、各街道配合', 'LEAD', 'SFJ|CGW|ALL_STREETS|'],
    ['区司法局牵头，区城管委、区教育局', 'LEAD', 'SFJ|CGW+JYJ||'],
    ['区消防救援支队（区应急局配合）', 'LEAD', 'XFJ|YJJ||'],
    ['区应急局（区消防救援支队牵头）', 'SUPPORT', 'XFJ|YJJ||'],
    ['区教育局、区民政局，区司法局牵头', 'RESPONSIBLE', 'SFJ|JYJ+MZJ||'],
    ['由区司法局牵头，区教育局协助，各街道具体落实', 'RESPONSIBLE', 'SFJ|JYJ|ALL_STREETS|'],
    ['区司法局负责，区教育局配合', 'RESPONSIBLE', 'SFJ|JYJ||'],
    ['牵头单位：区司法局；配合单位：区司法局、区教育局', 'RESPONSIBLE', 'SFJ|JYJ||'],
    ['第一牵头单位：区司法局；其他牵头单位：区教育局', 'LEAD', 'SFJ+JYJ|||'],
    ['区司法局、区教育局（牵头）', 'LEAD', 'JYJ+SFJ|||'],
    ['①区司法局②区财政局', 'SUPPORT', '|SFJ+CZJ||'],
    ['（1）区司法局\n（2）区财政局', 'SUPPORT', '|SFJ+CZJ||'],
    ['一、区司法局；二、区财政局', 'SUPPORT', '|SFJ+CZJ||'],
    ['区　司　法　局、区 财 政 局', 'SUPPORT', '|SFJ+CZJ||'],
    ['区市场监\n督管理局', 'LEAD', 'SCJ|||'],
    ['区教育局区民政局各街道', 'SUPPORT', '|JYJ+MZJ|ALL_STREETS|'],
    ['中共河北区委宣传部', 'LEAD', 'XCB|||'],
    ['天津市公安局河北分局', 'LEAD', 'GAJ|||'],
    ['市司法局和区教育局', 'SUPPORT', '|JYJ||市司法局'],
    ['区教育局和市发展和改革委员会', 'SUPPORT', '|JYJ||市发展和改革委员会'],
    ['区大数据局牵头，区司法局配合', 'RESPONSIBLE', '|SFJ||区大数据局'],
    ['区大数据局、区司法局', 'RESPONSIBLE', '|SFJ||区大数据局'],
    ['各街道、区司法局', 'RESPONSIBLE', '|SFJ|ALL_STREETS|'],
    ['各街道（望海楼街除外）', 'SUPPORT', '||ALL_STREETS|望海楼街除外'],
    ['市级各有关部门及各县市区政府', 'SUPPORT', '|||市级各有关部门及各县市区政府'],
    ['立山经济开发区，全区经济运行各专班', 'SUPPORT', '|||立山经济开发区+全区经济运行各专班'],
    ['5家单位', 'SUPPORT', '|||5家单位'],
    ['单位', 'SUPPORT', '|||单位'],
    ['/', 'SUPPORT', '|||'],
    ['——', 'SUPPORT', '|||'],
    ['区司法局长', 'LEAD', '|||区司法局长'],
    ['河北区高等法院', 'LEAD', '|||河北区高等法院'],
  ])('%s in %s gives %s', (raw, column, expected) => {
    expect(brief(read(raw, column))).toBe(expected);
  });
});

describe('what the list says beyond its names', () => {
  it('keeps a stated number, and says where a group has another', () => {
    expect(read('31个行政执法单位', 'SUPPORT')).toMatchObject({ statedCount: 31 });
    expect(read('31个行政执法单位', 'SUPPORT').actualCount).toBeUndefined();
    expect(read('30个行政执法单位', 'SUPPORT')).toMatchObject({ statedCount: 30, actualCount: 31 });
  });

  it('takes 等 after as many names as stated for the end of the list', () => {
    expect(read('区教育局、团区委等2家单位', 'SUPPORT')).toMatchObject({ openEnded: false, statedCount: 2 });
    expect(read('区教育局、团区委等5家单位', 'SUPPORT')).toMatchObject({ openEnded: true, statedCount: 5 });
    expect(read('区教育局、团区委等1家单位', 'SUPPORT')).toMatchObject({ statedCount: 1, actualCount: 2 });
  });

  it('takes 等部门 for an open list, not for all departments', () => {
    expect(read('区教育局等部门', 'SUPPORT')).toMatchObject({ groups: [], openEnded: true });
    expect(read('区教育局等区级部门', 'SUPPORT')).toMatchObject({
      groups: [],
      openEnded: true,
      unresolved: [],
    });
  });

  it('suggests the nearest names, nearest first', () => {
    const [unknown] = read('区市埸监管局', 'LEAD').unresolved;
    expect(unknown).toMatchObject({ role: 'LEAD', suggestions: [{ code: 'SCJ', name: '区市场监管局' }] });
    expect(read('火星办事处', 'LEAD').unresolved[0]!.suggestions).toEqual([]);
  });

  it('does not choose between two units of one name', () => {
    const twins = {
      ...register,
      departments: [...register.departments, unit('XZB', '区信访办', '区司法局')],
    };
    const list = parseDepartments('区司法局', 'LEAD', twins);
    expect(list.lead).toEqual([]);
    expect(list.unresolved[0]!.suggestions.map(({ code }) => code)).toEqual(['SFJ', 'XZB']);
  });

  it('knows a name only in the days in which it held (机构改革)', () => {
    const renamed = {
      ...register,
      departments: [{ code: 'SJB', name: '区数据局', aliases: [{ name: '区大数据办', to: '2023-12-31' }] }],
    };
    const lead = (asOf: string | null): string[] =>
      parseDepartments('区大数据办', 'LEAD', renamed, { asOf }).lead;
    expect(lead('2023-12-31')).toEqual(['SJB']);
    expect(lead('2024-01-01')).toEqual([]);
    expect(lead(null)).toEqual(['SJB']);
  });

  it('gives the second signboard and the section beside the unit', () => {
    expect(read('区委依法治区办（区司法局）', 'LEAD')).toMatchObject({ lead: ['YFB'], aka: ['SFJ'] });
    expect(read('区司法局（普法科）', 'LEAD')).toMatchObject({ lead: ['SFJ'], sections: ['普法科'] });
  });
});

function unit(code: string, name: string, alias: string): (typeof register.departments)[number] {
  return { code, name, aliases: [{ name: alias }] };
}
