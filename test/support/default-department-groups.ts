import type { RegisteredGroup } from '../../src/domain/phrases/department-register.js';

/** What has to be known of a unit to place it in the usual groups. */
export interface GroupableDepartment {
  code: string;
  /** PARTY, GOVERNMENT, VERTICAL, SUBDISTRICT, JUDICIAL, PEOPLES_ORGANISATION … */
  kind: string;
  isEnforcementUnit: boolean;
  isResponsibleDepartment: boolean;
}

/** Who is left for the office to name: 有关部门, 承办单位, 被诉行政机关 … */
const RELEVANT = [
  '有关',
  '相关',
  '承办',
  '成员',
  '被诉',
  '涉诉',
  '涉案',
  '涉及',
  '参与',
  '配合',
  '牵头',
  '主管',
  '试点',
  '报送',
  '申报',
  '参加',
];
const BODIES = [
  '部门',
  '单位',
  '部门单位',
  '部门和单位',
  '单位和部门',
  '部门及单位',
  '行政机关',
  '机关',
  '行政执法单位',
  '执法单位',
  '执法部门',
  '街道',
];

/**
 * Takes the units of a register; gives the groups that task lists of a district speak of, with their members. Source: 办内惯例,
 * 可配置: an office with other groups passes its own.
 */
export function defaultDepartmentGroups(departments: readonly GroupableDepartment[]): RegisteredGroup[] {
  const codesWhere = (wanted: (department: GroupableDepartment) => boolean): string[] =>
    departments.filter(wanted).map(({ code }) => code);
  return [
    {
      code: 'ALL_STREETS',
      names: ['各街道', '各街', '各街道办', '各街道办事处', '全区各街道'],
      members: codesWhere(({ kind }) => kind === 'SUBDISTRICT'),
    },
    {
      code: 'ALL_DEPARTMENTS',
      names: [
        '各部门',
        '区级各部门',
        '区直各部门',
        '区政府各部门',
        '区级机关各部门',
        '各政府部门',
        '各工作部门',
        '各职能部门',
      ],
      members: codesWhere(({ kind }) => kind === 'GOVERNMENT' || kind === 'VERTICAL'),
    },
    {
      code: 'ALL_UNITS',
      names: ['各单位', '全区各单位', '各有关单位全体', '各部门各单位', '各街道各部门各单位'],
      members: codesWhere(() => true),
    },
    {
      code: 'ENFORCEMENT_UNITS',
      names: [
        '各行政执法单位',
        '各行政执法部门',
        '各行政执法机关',
        '各执法部门',
        '各执法单位',
        '各执法机关',
        '各行政执法主体',
      ],
      members: codesWhere(({ isEnforcementUnit }) => isEnforcementUnit),
    },
    {
      code: 'RESPONSIBLE_UNITS',
      names: ['各责任部门', '各责任单位', '各责任主体'],
      members: codesWhere(({ isResponsibleDepartment }) => isResponsibleDepartment),
    },
    {
      code: 'RELEVANT_UNITS',
      names: RELEVANT.flatMap((who) =>
        BODIES.map((body) => (who === '有关' || who === '相关' ? who + body : `各${who}${body}`)),
      ),
      members: [],
      openEnded: true,
    },
  ];
}
