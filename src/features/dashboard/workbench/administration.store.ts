import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { AdministrationView } from './present-workbench.js';

/** What the three administrators see of the audit log at a glance; what stands in it is the auditor's page. */
@Injectable()
export class AdministrationStore {
  constructor(private readonly db: Database) {}

  async standing(): Promise<AdministrationView> {
    const heads = await this.db.read<{ seq: number | string }>(
      `SELECT seq FROM audit_head WHERE id = 'chain'`,
    );
    const seq = Number(heads[0]?.seq ?? 0);
    const last = await this.db.read<{ at: number | string }>('SELECT at FROM audit_event WHERE seq = ?', [
      seq,
    ]);
    return { auditEvents: seq, lastAuditAt: last[0] ? Number(last[0].at) : null };
  }
}
