import type { CellValue } from '../../../platform/office/write-workbook.js';
import type { TaskBoardItem } from './present-board.js';

/** What a column shows, how wide it is on paper, and whether it is set in the middle. */
interface ColumnPlan {
  label: string;
  /** Characters. */
  width: number;
  centred?: true;
  cell: (item: TaskBoardItem) => CellValue;
}

const percent = (value: number | null): CellValue => (value === null ? null : `${value}%`);

const REPORT_WORDS: Readonly<Record<string, string>> = {
  NOT_REQUIRED: '无须报送',
  NOT_DUE: '未到报送期',
  DRAFT: '草稿',
  MISSING: '未报送',
  SUBMITTED: '已报送',
  RETURNED: '退回重报',
  ACCEPTED: '审核通过',
};

const reportWord = ({ reportState }: TaskBoardItem): CellValue =>
  reportState === null ? null : (REPORT_WORDS[reportState] ?? reportState);

/** The columns of the task list in their order; a person chooses among these and no others. */
const COLUMNS = {
  number: { label: '序号', width: 8, centred: true, cell: (item) => item.number },
  title: { label: '重点任务', width: 40, cell: (item) => item.title },
  measures: { label: '工作措施', width: 40, cell: (item) => item.measures },
  indicator: { label: '指标', width: 24, cell: (item) => item.indicator },
  lead: { label: '牵头单位', width: 16, cell: (item) => item.lead?.name ?? '' },
  supports: {
    label: '配合单位',
    width: 24,
    cell: (item) => item.supports.map(({ name }) => name).join('、'),
  },
  deadlineRaw: { label: '完成时限', width: 16, cell: (item) => item.deadlineRaw },
  originalDueOn: { label: '原定时限', width: 12, centred: true, cell: (item) => item.originalDueOn },
  dueOn: { label: '现行时限', width: 12, centred: true, cell: (item) => item.dueOn },
  extensions: { label: '延期次数', width: 10, centred: true, cell: (item) => item.extensions },
  cadence: { label: '频次', width: 10, centred: true, cell: (item) => item.cadenceLabel },
  target: { label: '目标', width: 10, centred: true, cell: (item) => item.target },
  state: { label: '状态', width: 10, centred: true, cell: (item) => item.stateLabel },
  light: { label: '状态灯', width: 10, centred: true, cell: (item) => item.lightLabel },
  overdueDays: { label: '逾期天数', width: 10, centred: true, cell: (item) => item.overdueDays || null },
  redMonths: { label: '连续红灯月数', width: 14, centred: true, cell: (item) => item.redMonths || null },
  timeProgress: { label: '序时进度', width: 10, centred: true, cell: (item) => percent(item.timeProgress) },
  verifiedProgress: {
    label: '核定进度',
    width: 10,
    centred: true,
    cell: (item) => percent(item.verifiedProgress),
  },
  pace: { label: '进度对比', width: 10, centred: true, cell: (item) => item.paceLabel },
  reportState: { label: '本月月报', width: 10, centred: true, cell: reportWord },
  explanation: { label: '判灯依据', width: 40, cell: (item) => item.explanation },
} as const satisfies Readonly<Record<string, ColumnPlan>>;

/** Names of the columns. */
export type BoardColumn = keyof typeof COLUMNS;
export const BOARD_COLUMNS = Object.keys(COLUMNS) as BoardColumn[];

/** What the list shows before anybody has chosen. */
export const FIRST_COLUMNS: readonly BoardColumn[] = [
  'number',
  'title',
  'indicator',
  'lead',
  'supports',
  'dueOn',
  'state',
  'light',
  'overdueDays',
  'verifiedProgress',
];

/** How a column is set. */
export function columnOf(name: BoardColumn): ColumnPlan {
  return COLUMNS[name];
}
