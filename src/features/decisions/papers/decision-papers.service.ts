import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Day } from '../../../domain/calendar/day.js';
import type { ProcedureDefinition } from '../../../domain/procedure/definition.js';
import { citation } from '../../../domain/procedure/names.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { writeDocument } from '../../../platform/office/write-document.js';
import { KeepFileDeeds } from '../../evidence/keep-file.deeds.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import { DecisionDesk, type OpenedDecision } from '../decision-desk.js';
import { archivePaper, missingText } from './archive-paper.js';
import { commentNotice } from './comment-notice.js';
import { packPlan, sumsOf } from './pack-plan.js';
import { writePack } from './write-pack.js';

/** What whoever asks for a notice fills in. */
export interface NoticeWish {
  publishedOn: Day;
  closesOn: Day;
  contact: string;
  reason: string;
}

/** Papers made from the file of a decision; slow ones, so never inside a unit of work. */
@Injectable()
export class DecisionPapersService {
  constructor(
    private readonly desk: DecisionDesk,
    private readonly organization: OrganizationReader,
    private readonly files: KeepFileDeeds,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** 归档目录 as .docx, as the file stands today. */
  async archiveList(id: string): Promise<Buffer> {
    return this.listOf(await this.desk.open(id));
  }

  /** 征求意见公告 as .docx; refuses a period that ends before it begins, or is shorter than the rule without a reason. */
  async notice(id: string, wish: NoticeWish): Promise<Buffer> {
    const opened = await this.desk.open(id);
    const { decision, procedure } = opened;
    const rule = commentRule(procedure.definition);
    const { title } = decision;
    return writeDocument(
      commentNotice({ ...wish, ...rule, title, department: await this.departmentOf(opened) }),
    );
  }

  /** 佐证材料包: every filed paper in a folder of its step, the list, what is missing, and SHA256SUMS. Who took it is on record. */
  async pack(id: string): Promise<Readable> {
    const opened = await this.desk.open(id);
    const files = packPlan(opened.procedure);
    const list = await this.listOf(opened);
    await this.unitOfWork.run(async () =>
      this.audit.record({
        operation: 'decisions.export-pack',
        objectKind: 'major_decision',
        objectId: id,
        after: { files: files.length },
      }),
    );
    return writePack([
      { path: '归档目录.docx', open: () => Readable.from([list]) },
      { path: '缺项清单.txt', open: () => Readable.from([Buffer.from(missingText(opened.procedure))]) },
      { path: 'SHA256SUMS', open: () => Readable.from([Buffer.from(sumsOf(files))]) },
      ...files.map(({ path, sha256 }) => ({ path, open: () => this.files.open(sha256) })),
    ]);
  }

  private async listOf(opened: OpenedDecision): Promise<Buffer> {
    const { title, number } = opened.decision;
    const department = await this.departmentOf(opened);
    return writeDocument(
      archivePaper(opened.procedure, { title, number, department, day: this.clock.today() }),
    );
  }

  private async departmentOf({ decision }: OpenedDecision): Promise<string> {
    return (await this.organization.department(decision.departmentId))?.name ?? '';
  }
}

/** The rule on the length of a comment period, as this procedure has it; none asks for nothing. */
function commentRule(definition: ProcedureDefinition): { leastDays: number; article: string } {
  for (const { rule, article } of definition.gates) {
    if (rule.kind === 'MIN_PERIOD' && rule.from.field === 'publishedOn' && rule.to.field === 'closesOn')
      return { leastDays: rule.period.count, article: citation(definition, article) };
  }
  return { leastDays: 0, article: `《${definition.source}》` };
}
