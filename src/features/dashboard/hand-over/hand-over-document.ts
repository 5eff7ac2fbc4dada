import { writeDocument, type PaperBlock } from '../../../platform/office/write-document.js';
import type { HandOverRecordView, HandOverSheetView } from './present-hand-over.js';

/** 交接清单 as .docx, to be printed and signed; the same hand-over gives the same bytes. */
export function handOverDocument(record: HandOverRecordView): Promise<Buffer> {
  const { sheet } = record;
  return writeDocument({
    title: `${sheet.departmentName}联络工作交接清单`,
    author: sheet.departmentName,
    day: record.handedOn,
    blocks: [
      { kind: 'paragraph', text: openingOf(record) },
      ...(record.note === '' ? [] : [{ kind: 'paragraph', text: `交接说明：${record.note}` } as const]),
      ...sectionsOf(sheet),
      { kind: 'paragraph', text: '移交人（签字）：　　　　　　　　接任人（签字）：' },
      { kind: 'paragraph', text: '监交人（签字）：　　　　　　　　日期：' },
    ],
  });
}

function openingOf({ postCode, former, successor, from, confirmedOn, sheet }: HandOverRecordView): string {
  const confirmed = confirmedOn === null ? '' : `接任人已于${confirmedOn}在系统内确认。`;
  return `岗位${postCode}，移交人${former}，接任人${successor}，自${from}起任职。以下为${sheet.asOf}的在办事项。${confirmed}`;
}

function sectionsOf(sheet: HandOverSheetView): PaperBlock[] {
  const { items, reports, unsigned, unanswered, requests, evidence } = sheet;
  return [
    ...section('一、承办中的任务', ['序号', '任务', '身份', '状态', '时限'], items.map((item) => [
      item.taskNumber, item.taskTitle, item.role === 'LEAD' ? '牵头' : '配合', item.partStateLabel, item.dueOn ?? '未定',
    ])), // prettier-ignore
    ...section('二、未报送和退回的月报', ['月份', '序号', '任务', '状态'], reports.map((report) => [
      report.month, report.taskNumber, report.taskTitle, report.stateLabel,
    ])), // prettier-ignore
    ...section(
      '三、未签收的提醒',
      ['日期', '内容'],
      unsigned.map(({ day, subject }) => [day, subject]),
    ),
    ...section('四、未答复的督促文书', ['文号', '类别', '任务', '答复期限'], unanswered.map((one) => [
      one.number, one.label, one.taskTitle, one.replyBy,
    ])), // prettier-ignore
    ...section('五、未办结的申请', ['类别', '任务', '申请日期', '状态'], requests.map((request) => [
      request.kindLabel, request.taskTitle, request.askedOn, request.stateLabel,
    ])), // prettier-ignore
    ...section('六、即将失效的佐证材料', ['名称', '任务序号', '有效期至'], evidence.map((one) => [
      one.name, one.taskNumber, one.validUntil,
    ])), // prettier-ignore
  ];
}

/** An empty list is said, so that nobody wonders whether a page is missing. */
function section(heading: string, header: string[], rows: string[][]): PaperBlock[] {
  const head: PaperBlock = { kind: 'heading', level: 1, text: heading };
  if (rows.length === 0) return [head, { kind: 'paragraph', text: '无。' }];
  const shares = header.map((name) => (['任务', '内容', '名称'].includes(name) ? 4 : 2));
  return [head, { kind: 'table', header, rows, shares, centred: [] }];
}
