import { Injectable } from '@nestjs/common';
import { decide } from '../../domain/procedure/decide-procedure.js';
import type { ProcedureDeed } from '../../domain/procedure/deed.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DecisionDesk } from './decision-desk.js';
import { DecisionEntryStore, type EntryFile } from './decision-entry.store.js';
import { DecisionStore } from './decision.store.js';
import { requireDoer } from './decisions.policy.js';

/** What each deed is called in the trail. */
const OPERATIONS = {
  RECORD: 'decisions.record',
  DETERMINE: 'decisions.determine',
  OVERRIDE: 'decisions.ask-exception',
  APPROVE_OVERRIDE: 'decisions.approve-exception',
  CHANGE_DRAFT: 'decisions.change-draft',
  FILE_DOCUMENT: 'decisions.file-document',
  RETURN: 'decisions.return',
  RESUBMIT: 'decisions.resubmit',
  SUSPEND: 'decisions.suspend',
  RESUME: 'decisions.resume',
  ADJUST: 'decisions.adjust',
  TERMINATE: 'decisions.terminate',
  CLOSE: 'decisions.close',
} as const satisfies Record<ProcedureDeed['deed'], string>;

/** Does deeds of the procedure: the policy says who, the definition says whether. */
@Injectable()
export class DoDeedService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DecisionDesk,
    private readonly entries: DecisionEntryStore,
    private readonly decisions: DecisionStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Does one deed and keeps its entry. Refuses what the policy, the order of the steps or a gate of the law refuses. */
  async do(id: string, act: ProcedureDeed, version?: number, file: EntryFile | null = null): Promise<void> {
    const today = this.clock.today();
    await this.unitOfWork.run(async () => {
      const { decision, procedure } = await this.desk.open(id, version);
      const actor = currentActor();
      requireDoer(actor, decision, procedure.definition.steps, act);
      const [, events] = decide(procedure, { act, by: actor.post }, today);
      for (const { entry, fallen } of events) {
        await this.entries.add(id, entry, file);
        this.audit.record({
          operation: OPERATIONS[act.deed],
          objectKind: 'major_decision',
          objectId: id,
          after: { ...entry, stepName: nameOf(procedure.definition.steps, act), fallen },
        });
      }
      await this.decisions.update(decision);
    });
  }
}

function nameOf(steps: readonly { id: string; name: string }[], act: ProcedureDeed): string {
  return 'step' in act ? (steps.find(({ id }) => id === act.step)?.name ?? '') : '';
}
