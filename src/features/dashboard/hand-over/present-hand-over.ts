import type { Light } from '../../../domain/light/light.js';
import type { AssignmentState } from '../../../domain/task/assignment-lifecycle.js';
import type { ProgressReportState } from '../../../domain/task/progress-report-lifecycle.js';
import type { HandOverRecord } from './hand-over.store.js';

/** 承办中的任务 */
export class OpenItemView {
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  role!: 'LEAD' | 'SUPPORT';
  partState!: AssignmentState;
  partStateLabel!: string;
  taskStateLabel!: string;
  dueOn!: string | null;
  /** 本单位的灯 */
  light!: Light | null;
  explanation!: string;
}

/** 未报送或者退回的月报 */
export class OpenReportView {
  reportId!: string;
  month!: string;
  taskNumber!: string;
  taskTitle!: string;
  state!: ProgressReportState;
  stateLabel!: string;
  returnedReason!: string;
}

/** 未签收的提醒汇总 */
export class UnsignedDigestView {
  id!: string;
  day!: string;
  subject!: string;
}

/** 未答复的督促文书 */
export class UnansweredView {
  id!: string;
  number!: string;
  label!: string;
  taskNumber!: string;
  taskTitle!: string;
  replyBy!: string;
}

/** 未办结的申请 */
export class OpenRequestView {
  id!: string;
  /** 延期、办结 */
  kindLabel!: string;
  taskNumber!: string;
  taskTitle!: string;
  stateLabel!: string;
  askedOn!: string;
}

/** 即将失效的佐证材料 */
export class ExpiringEvidenceView {
  id!: string;
  name!: string;
  taskNumber!: string;
  validUntil!: string;
}

/** 交接清单 */
export class HandOverSheetView {
  department!: string;
  departmentName!: string;
  postCode!: string;
  /** 清单所反映的日期 */
  asOf!: string;
  items!: OpenItemView[];
  reports!: OpenReportView[];
  unsigned!: UnsignedDigestView[];
  unanswered!: UnansweredView[];
  requests!: OpenRequestView[];
  evidence!: ExpiringEvidenceView[];
}

/** 一次交接 */
export class HandOverView {
  id!: string;
  postCode!: string;
  /** 移交人，即最近一任 */
  former!: string;
  /** 接任人 */
  successor!: string;
  /** 任职日 */
  from!: string;
  note!: string;
  handedOn!: string;
  handedBy!: string;
  /** 接任人确认之日；未确认的为空 */
  confirmedOn!: string | null;
  confirmedAt!: number | null;
}

/** 一次交接及其当日的清单 */
export class HandOverRecordView extends HandOverView {
  sheet!: HandOverSheetView;
}

/** 一个岗位的现任、今日的清单和历次交接 */
export class HandOverPageView {
  postCode!: string;
  /** 现任；空缺的为空 */
  holder!: string;
  /** 空缺时由谁代收；没有或者不空缺的为空 */
  fallbackHolder!: string;
  sheet!: HandOverSheetView;
  handOvers!: HandOverView[];
}

/** Takes a hand-over; gives what goes out without its sheet. */
export function presentHandOver(record: HandOverRecord): HandOverView {
  const { id, postCode, former, successor, fromDay, note, handedOn, handedBy, confirmedOn } = record;
  const confirmedAt = record.confirmedAt === null ? null : Number(record.confirmedAt);
  return {
    id,
    postCode,
    former,
    successor,
    from: fromDay,
    note,
    handedOn,
    handedBy,
    confirmedOn,
    confirmedAt,
  };
}

/** The same with the sheet that was frozen with it. */
export function presentHandOverRecord(record: HandOverRecord): HandOverRecordView {
  return { ...presentHandOver(record), sheet: JSON.parse(record.sheet) as HandOverSheetView };
}
