import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../../domain/access/jurisdiction.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { RequestListService } from '../request-list/request-list.service.js';
import { figure } from './present-figure.js';
import type { OfficeDeskView, WaitingKind, WaitingView } from './present-office.js';
import { Vacancies } from './vacancies.js';
import { WaitingStore, type Waiting } from './waiting.store.js';

const IMPORTS_SHOWN = 10;

/** What lies before 依法治区办 and before the leader who approves: counted, each count with its list. */
@Injectable()
export class OfficeDesk {
  constructor(
    private readonly waiting: WaitingStore,
    private readonly requests: RequestListService,
    private readonly vacancies: Vacancies,
    private readonly clock: Clock,
  ) {}

  /** The desk of the office's own people. */
  async ofOffice(actor: Actor): Promise<OfficeDeskView> {
    const today = this.clock.today();
    const { waiting } = this;
    const imports = await waiting.imports(IMPORTS_SHOWN);
    return {
      waiting: [
        ...(await this.handedDown(actor)),
        entry('REPORTS', '待审核的月报', await waiting.reports(), '/reports/review-queue'),
        ...(await this.approvals(actor)),
        entry('OBJECTIONS', '待处理的异议', await waiting.objections(), '/tasks', { objected: 'true' }),
        entry('REPLIES_OVERDUE', '逾期未答复', await waiting.repliesOverdue(today), '/reminders', { overdue: 'true' }),
        entry('DIGESTS_GIVEN_UP', '未送达', await waiting.digests(today, 'givenUp'), '/digests', { givenUp: 'true' }),
        entry('DIGESTS_UNSIGNED', '未签收', await waiting.digests(today, 'unsigned'), '/digests', { unsigned: 'true' }),
      ],
      imports,
      vacancies: await this.vacancies.today(),
    }; // prettier-ignore
  }

  /** A leader is asked for approvals only. */
  async ofLeader(actor: Actor): Promise<OfficeDeskView> {
    return { waiting: await this.approvals(actor), imports: [], vacancies: [] };
  }

  /** What the office above handed down and what came back from below; an office that is alone has neither. */
  private async handedDown({ jurisdiction }: Actor): Promise<WaitingView[]> {
    if (jurisdiction === WHOLE_INSTALLATION) return [];
    const [received, returned] = [await this.waiting.received(), await this.waiting.returned()];
    return [
      entry('BREAKDOWNS', '上级交办待接收、待分派', received, '/task-breakdowns'),
      entry('BREAKDOWNS_RETURNED', '下级退回的任务', returned, '/task-breakdowns', { side: 'GIVEN', state: 'RETURNED' }),
    ]; // prettier-ignore
  }

  private async approvals(actor: Actor): Promise<WaitingView[]> {
    const box = { box: 'waiting' };
    const extensions = await this.requests.waiting(actor, 'EXTENSION');
    const closeOuts = await this.requests.waiting(actor, 'CLOSE_OUT');
    return [
      entry('REQUESTS_EXTENSION', '待我审批的延期', extensions, '/requests', { ...box, kind: 'EXTENSION' }),
      entry('REQUESTS_CLOSE_OUT', '待我办理的办结', closeOuts, '/requests', { ...box, kind: 'CLOSE_OUT' }),
      ...(actor.role === 'CLERK' ? [] : [await this.proposals(actor.role)]),
    ];
  }

  /** 通报 and 约谈 are approved by the director or the leader, never by a clerk. */
  private async proposals(approver: string): Promise<WaitingView> {
    const filter = { state: 'PROPOSED', approver };
    const proposed = await this.waiting.proposed(approver);
    return entry('REMINDERS_PROPOSED', '待我批准的通报、约谈', proposed, '/reminders', filter);
  }
}

function entry(
  kind: WaitingKind,
  label: string,
  { n, oldest }: Waiting,
  path: string,
  filter: Readonly<Record<string, string>> = {},
): WaitingView {
  return { kind, label, figure: figure(n, path, filter), oldestOn: oldest };
}
