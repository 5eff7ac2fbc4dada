import type { DepartmentColumn } from '../../../domain/phrases/department-register.js';
import { cellProblemsOf } from './cell-problems.js';
import type { SheetHeader } from './find-header.js';
import { IndicatorTrail } from './indicator-trail.js';
import type { SkippedRow } from './ledger-row.js';
import { RowReader } from './row-reader.js';
import { rowKindOf } from './row-kind.js';
import type { SheetView } from './sheet-view.js';
import type { TaskDraft } from './task-draft.js';

const LISTS: readonly DepartmentColumn[] = ['LEAD', 'SUPPORT', 'RESPONSIBLE'];

/** Takes a sheet and its heading; gives its tasks in order, and the rows that are none with the reason. */
export function collectTasks(
  view: SheetView,
  header: SheetHeader,
): { drafts: TaskDraft[]; skipped: SkippedRow[] } {
  const collector = new TaskCollector(view, header);
  for (let row = header.bottom + 1; row < view.height; row++) collector.take(row);
  return collector;
}

class TaskCollector {
  readonly drafts: TaskDraft[] = [];
  readonly skipped: SkippedRow[] = [];
  private readonly trail: IndicatorTrail;
  private readonly reader: RowReader;
  private current: TaskDraft | null = null;

  constructor(
    private readonly view: SheetView,
    private readonly header: SheetHeader,
  ) {
    this.reader = new RowReader(view, header);
    this.trail = new IndicatorTrail(this.reader);
  }

  take(row: number): void {
    const kind = rowKindOf(this.view, row, this.header);
    if (kind.kind === 'BLANK') return;
    if (kind.kind === 'TASK') {
      this.takeTask(row);
      return;
    }
    if (kind.kind === 'SECTION') this.trail.enter(kind.level, kind.name);
    this.current = null;
    this.skip(row, kind.kind);
  }

  private takeTask(row: number): void {
    const indicators = this.trail.at(row);
    if (this.current && this.reader.continues(row)) {
      this.addTo(this.current, row);
      return;
    }
    if (!this.reader.hasTask(row)) {
      this.skip(row, 'NO_TASK');
      return;
    }
    this.current = this.draftOf(row, indicators);
    this.addTo(this.current, row);
    this.drafts.push(this.current);
  }

  private draftOf(row: number, indicators: string[]): TaskDraft {
    const { reader } = this;
    const parent = reader.splitParent(row);
    return {
      place: { sheet: this.view.grid.name, row: row + 1 },
      number: reader.read(row, 'NUMBER'),
      indicators: parent ? [...indicators, parent.text] : indicators,
      title: parent ? reader.read(row, 'MEASURES') : reader.title(row),
      measures: [],
      lists: [],
      deadlines: [],
      amount: reader.read(row, 'TARGET_VALUE'),
      unit: reader.read(row, 'TARGET_UNIT'),
      goal: reader.read(row, 'GOAL'),
      months: [],
      raw: {},
      problems: [],
      struck: reader.isStruck(row),
    };
  }

  /** What a row brings to its task; a range begun above has been read with its first row. */
  private addTo(draft: TaskDraft, row: number): void {
    const { reader } = this;
    const first = draft.place.row === row + 1;
    const measure = reader.hasTitleColumn ? reader.own(row, 'MEASURES', first) : null;
    if (measure && measure.text !== draft.title?.text) draft.measures.push(measure);
    for (const column of LISTS) {
      const read = reader.own(row, column, first);
      if (read) draft.lists.push({ column, read });
    }
    const deadline = reader.own(row, 'DEADLINE', first);
    if (deadline) draft.deadlines.push({ read: deadline, label: measure?.text ?? '' });
    draft.months.push(...reader.months(row, first));
    reader.addRaw(row, draft.raw, first);
    draft.problems.push(...cellProblemsOf(this.view, this.header, row));
  }

  private skip(row: number, reason: SkippedRow['reason']): void {
    const text = this.view
      .wordsOf(row)
      .map((word) => word.text)
      .join(' ');
    this.skipped.push({ place: { sheet: this.view.grid.name, row: row + 1 }, reason, text });
  }
}
