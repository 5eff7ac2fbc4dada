/** What a column of a ledger can hold. */
export type LedgerField =
  | 'NUMBER'
  | 'INDICATOR_1'
  | 'INDICATOR_2'
  | 'INDICATOR_3'
  | 'TITLE'
  | 'MEASURES'
  | 'GOAL'
  | 'TARGET_VALUE'
  | 'TARGET_UNIT'
  | 'LEAD'
  | 'SUPPORT'
  | 'RESPONSIBLE'
  | 'DEADLINE'
  | 'SUPERVISING_LEADER'
  | 'RESPONSIBLE_PERSON'
  | 'CONTACT'
  | 'PROGRESS'
  | 'COMPLETION'
  | 'PROBLEMS'
  | 'NEXT_STEP'
  | 'EVIDENCE'
  | 'REMARK'
  | MonthField;

export type MonthField = `MONTH_${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`;

/** Headings in use, the plainest first; where two columns claim one field, the earlier word wins. Source: 办内惯例. */
const HEADINGS: readonly (readonly [LedgerField, string])[] = [
  ['NUMBER', '序号 任务序号 编号 任务编号 项目编号 号 NO'],
  [
    'INDICATOR_1',
    '一级指标 一级 一级任务 板块 工作板块 任务板块 类别 任务类别 工作类别 领域 重点领域 ' +
      '任务分类 分类 所属板块 指标',
  ],
  ['INDICATOR_2', '二级指标 二级 二级任务 具体指标 指标内容 小类 子类'],
  ['INDICATOR_3', '三级指标 三级 三级任务 指标要素 评价要点'],
  [
    'TITLE',
    '重点任务 工作任务 任务名称 重点工作任务 重点工作 年度重点任务 年度重点工作 主要任务 ' +
      '目标任务 任务事项 工作事项 重点事项 议定事项 任务 事项 事项名称 项目名称 工作项目 ' +
      '工作名称 重点项目 任务内容 主要工作任务 主要工作 年度任务 工作内容 主要内容 内容',
  ],
  [
    'MEASURES',
    '工作措施 具体举措 具体措施 措施 举措 主要举措 主要措施 工作举措 推进措施 落实措施 ' +
      '实施措施 具体任务 任务分解 具体工作 具体内容 具体要求 工作要求 实施步骤 任务要求 ' +
      '工作内容 任务内容 主要内容 内容',
  ],
  [
    'GOAL',
    '工作目标 量化标准 目标 年度目标 完成标准 预期目标 目标要求 预期成效 工作标准 ' +
      '成果形式 量化目标 量化指标 考核标准 完成目标',
  ],
  ['TARGET_VALUE', '数量 目标值 目标数 目标数量 计划数 计划数量 指标值 任务数 任务量 年度目标值 数值'],
  ['TARGET_UNIT', '计量单位 目标单位 数量单位 量词 单位'],
  [
    'LEAD',
    '牵头单位 牵头部门 主办单位 主责单位 主办部门 主责部门 第一牵头单位 牵头责任单位 ' +
      '责任牵头单位 牵头 主办 主责',
  ],
  [
    'SUPPORT',
    '配合单位 配合部门 协办单位 协助单位 参与单位 参加单位 协同单位 协办部门 参与部门 ' +
      '配合责任单位 责任配合单位 配合 协办',
  ],
  [
    'RESPONSIBLE',
    '责任单位 责任部门 承办单位 承办部门 落实单位 落实部门 责任主体 完成单位 实施单位 ' +
      '责任分工 任务分工 分工 责任单位及分工 牵头及配合单位 牵头单位及配合单位 牵头配合单位 ' +
      '牵头责任单位及配合单位 单位 部门',
  ],
  [
    'DEADLINE',
    '完成时限 时限 完成时间 完成期限 时间节点 完成时间节点 计划完成时间 办理时限 办结时限 ' +
      '时限要求 时间要求 完成日期 截止时间 截止日期 期限 时间安排 推进时限 进度要求 ' +
      '时间进度 时间 完成节点',
  ],
  ['SUPERVISING_LEADER', '分管区领导 分管领导 责任领导 牵头领导 区领导 包保领导 牵头区领导'],
  ['RESPONSIBLE_PERSON', '责任人 负责人 主要责任人 具体责任人 直接责任人 分管负责人'],
  [
    'CONTACT',
    '联系人及电话 联系人 联系电话 联系方式 电话 联络员 联络员及电话 联系人及联系电话 ' + '联系人电话',
  ],
  ['PROGRESS', '进展情况 工作进展 进展 推进情况 工作进展情况 落实情况 目前进展 序时进度 月度节点'],
  ['COMPLETION', '完成情况 完成状态 状态 是否完成 办理状态 完成进度'],
  ['PROBLEMS', '存在问题 存在的问题 问题 困难问题 存在困难 存在问题及困难 存在的困难和问题'],
  [
    'NEXT_STEP',
    '下步措施 下一步措施 下步工作 下一步工作 下一步打算 下步打算 下步计划 下一步工作计划 ' + '下步工作措施',
  ],
  ['EVIDENCE', '佐证材料 印证材料 支撑材料 证明材料 佐证'],
  ['REMARK', '备注 备注说明 说明 附注'],
];

const RANKS: ReadonlyMap<string, readonly { field: LedgerField; rank: number }[]> = ranksOfHeadings();
const MONTH = /^(?:(\d{1,2})|([一二三四五六七八九]|十[一二]?))月(?:份)?(?:底)?(?:节点|目标|进度)?$/;
const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Takes the text of a heading; gives the fields it can mean, each with its rank (0 is plainest), or none. */
export function fieldsOfHeading(heading: string): readonly { field: LedgerField; rank: number }[] {
  const word = headingWord(heading).replace(/^(?:\d{4}年度?|本年度?)(?=.{2})/, '');
  const month = MONTH.exec(word);
  if (month) {
    const number = month[1] ? Number(month[1]) : CHINESE_MONTHS.indexOf(month[2]!) + 1;
    return number >= 1 && number <= 12 ? [{ field: `MONTH_${number}` as MonthField, rank: 0 }] : [];
  }
  const plain = word.replace(/\([^()]*\)/g, '');
  const parts = [word, plain, ...plain.split(/[/和及或与]/)];
  return parts.map((part) => RANKS.get(part)).find((fields) => fields !== undefined) ?? [];
}

/** Full-width forms, white space and ornament gone, so that `完 成 时 限` and `完成时限：` are one word. */
export function headingWord(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}*※★:,、.。;_-]/gu, '')
    .toUpperCase();
}

function ranksOfHeadings(): Map<string, { field: LedgerField; rank: number }[]> {
  const ranks = new Map<string, { field: LedgerField; rank: number }[]>();
  for (const [field, words] of HEADINGS) {
    words.split(' ').forEach((word, rank) => {
      ranks.set(word, [...(ranks.get(word) ?? []), { field, rank }]);
    });
  }
  return ranks;
}
