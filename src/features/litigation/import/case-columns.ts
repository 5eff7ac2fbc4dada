/** What a column of a court's or bureau's list may hold. */
export type CaseColumn =
  | 'number'
  | 'formerNumber'
  | 'register'
  | 'level'
  | 'court'
  | 'plaintiff'
  | 'defendant'
  | 'role'
  | 'cause'
  | 'actSued'
  | 'filedOn'
  | 'day'
  | 'time'
  | 'room'
  | 'noticed'
  | 'noticeServedOn'
  | 'appeared'
  | 'official'
  | 'post'
  | 'rank'
  | 'voice'
  | 'staff'
  | 'lawyers'
  | 'absence'
  | 'absenceAccepted'
  | 'closedOn'
  | 'outcome';

/** How each column is shown to the user. */
export const columnWords: Readonly<Record<CaseColumn, string>> = {
  number: '案号',
  formerNumber: '原审案号',
  register: '案件类别',
  level: '审级',
  court: '法院',
  plaintiff: '原告',
  defendant: '被诉行政机关',
  role: '诉讼地位',
  cause: '案由',
  actSued: '被诉行政行为',
  filedOn: '立案日期',
  day: '开庭日期',
  time: '开庭时间',
  room: '法庭',
  noticed: '是否通知负责人出庭',
  noticeServedOn: '通知送达日期',
  appeared: '负责人是否出庭',
  official: '出庭负责人',
  post: '职务',
  rank: '负责人级别',
  voice: '是否发言',
  staff: '工作人员人数',
  lawyers: '律师人数',
  absence: '未出庭原因',
  absenceAccepted: '法院是否认可',
  closedOn: '结案日期',
  outcome: '结案方式',
};

/** Other headings by which offices and courts name the same column. */
const OTHER_NAMES: Readonly<Partial<Record<CaseColumn, readonly string[]>>> = {
  number: ['案件编号', '案件号'],
  formerNumber: ['一审案号', '原案号'],
  register: ['类别', '台账类别'],
  level: ['审理程序', '审判程序', '审理阶段'],
  court: ['受理法院', '审理法院', '审理机关'],
  plaintiff: ['原告（申请人）', '原告姓名', '上诉人', '当事人'],
  defendant: ['被告', '被诉机关', '被告单位', '应诉单位', '行政机关'],
  role: ['地位'],
  actSued: ['被诉行为', '诉讼请求'],
  filedOn: ['立案时间', '收案日期', '立案日'],
  day: ['庭审日期', '开庭日'],
  time: ['庭审时间'],
  room: ['开庭地点', '审判庭'],
  noticed: ['是否通知', '法院通知'],
  noticeServedOn: ['送达日期', '通知日期'],
  appeared: ['是否出庭', '行政机关负责人是否出庭'],
  official: ['出庭负责人姓名', '负责人姓名', '出庭人员'],
  post: ['负责人职务', '出庭负责人职务'],
  rank: ['级别', '职级'],
  voice: ['是否出声', '出声情况'],
  staff: ['工作人员'],
  lawyers: ['律师'],
  absence: ['不出庭原因', '不能出庭理由', '未出庭理由'],
  absenceAccepted: ['是否认可', '理由是否成立'],
  closedOn: ['审结日期', '结案时间'],
  outcome: ['裁判结果', '审理结果', '结案情况'],
};

const BY_NAME = new Map<string, CaseColumn>(
  (Object.keys(columnWords) as CaseColumn[]).flatMap((column) =>
    [columnWords[column], ...(OTHER_NAMES[column] ?? [])].map((name) => [plainHeading(name), column] as const),
  ),
); // prettier-ignore

/** The column a heading names; null where it names none. */
export function columnOf(heading: string): CaseColumn | null {
  return BY_NAME.get(plainHeading(heading)) ?? null;
}

function plainHeading(text: string): string {
  return text.normalize('NFKC').replace(/[\s*：:]/gu, '');
}
