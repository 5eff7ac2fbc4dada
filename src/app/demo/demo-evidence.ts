import { Readable } from 'node:stream';
import { monthOf, type Month } from '../../domain/calendar/month.js';
import type { Day } from '../../domain/calendar/day.js';
import type { UploadEvidenceService } from '../../features/evidence/upload-evidence.service.js';
import type { DemoActors } from './demo-actors.js';
import type { DemoDeed } from './demo-agenda.js';
import { demoFile } from './demo-file.js';
import type { DemoIndex } from './demo-index.js';
import type { DemoOffice } from './demo-office.js';
import type { DemoEvent, DemoReport } from './demo-year.js';

/** From this month on reports bring evidence; enough to be seen, and loading stays quick. */
const REPORTS_FROM: Month = '2023-10';
/** Every n-th task's lead brings some. */
const EVERY = 2;
const TITLES = ['现场照片', '工作情况说明', '推进情况表', '会议纪要'] as const;

/** Who brings what for which task. */
interface Bringing {
  task: string;
  department: string;
  post: string;
  titles: readonly string[];
  text: string;
}

/** Uploads what close-out requests and some reports of the year name as their evidence: made here, never kept in files. */
export class DemoEvidence {
  constructor(
    private readonly actors: DemoActors,
    private readonly uploading: UploadEvidenceService,
    private readonly office: DemoOffice,
  ) {}

  /**
   * Brings the evidence of a deed before it is done, outside its unit of work; gives the deed with the ids. Brought again
   * after a load was killed, it is found and not doubled.
   */
  async bring(deed: DemoDeed, day: Day, index: DemoIndex): Promise<DemoDeed> {
    const bringing = bringingOf(deed, index);
    if (!bringing || deed.kind === 'COURT') return deed;
    await this.office.turnTo(day, deed.at);
    const evidenceIds: string[] = [];
    for (const title of bringing.titles) evidenceIds.push(await this.upload(bringing, title, day, index));
    if (deed.kind === 'EVENT') return { ...deed, event: { ...deed.event, evidenceIds } };
    return { ...deed, report: { ...deed.report, evidenceIds } };
  }

  private async upload(from: Bringing, title: string, day: Day, index: DemoIndex): Promise<string> {
    const { id, title: task } = index.task(from.task);
    const department = index.nameOf(from.department);
    const { name, bytes } = await demoFile({ title, task, department, text: from.text, day });
    const file = {
      name,
      content: Readable.from([bytes]),
      sha256: null,
      requestBytes: null,
      isTruncated: () => false,
    };
    const wish = { month: monthOf(day), description: from.text.slice(0, 60) };
    return (await this.actors.as(from.post, () => this.uploading.upload(id, wish, file))).id;
  }
}

function bringingOf(deed: DemoDeed, index: DemoIndex): Bringing | null {
  if (deed.kind === 'EVENT') return ofRequest(deed.event);
  return deed.kind === 'SUBMIT' ? ofReport(deed.report, index) : null;
}

function ofRequest(event: DemoEvent): Bringing | null {
  const { deed, task, department = '', by, evidence = [], statement = '' } = event;
  if (deed !== 'closeout.request' || evidence.length === 0) return null;
  return { task, department, post: by ?? `${department}-LIAISON`, titles: evidence, text: statement };
}

function ofReport({ task, department, month, text }: DemoReport, index: DemoIndex): Bringing | null {
  const turn = Number(task) + Number(month.slice(5));
  if (month < REPORTS_FROM || turn % EVERY !== 0 || !index.isLead(task, department)) return null;
  const title = `${Number(month.slice(5))}月${TITLES[(turn / EVERY) % TITLES.length]}`;
  return { task, department, post: `${department}-LIAISON`, titles: [title], text };
}
