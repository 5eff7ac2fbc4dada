import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { Day } from '../../domain/calendar/day.js';
import { caseNumberKey } from '../../domain/rate/compare-lists.js';
import type { CourtCase } from '../../domain/rate/court-case.js';
import { oneToWorkOn } from '../../platform/auth/own-work.js';
import { confine, within, type Scope, type ScopeCondition } from '../../platform/auth/scope.js';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { seeingAll } from '../../platform/database/sight.js';
import { updateVersioned } from '../../platform/database/version.js';
import { CourtCaseParty } from './court-case-party.entity.js';
import { CourtCaseState } from './court-case-state.entity.js';
import { CourtCaseRow } from './court-case.entity.js';
import { CourtHearing } from './court-hearing.entity.js';
import { CourtInstance } from './court-instance.entity.js';

/** A case with the version it has. */
export interface KeptCase {
  readonly courtCase: CourtCase;
  readonly version: number;
}

/** Whose a case is. */
export interface CaseParties {
  readonly departmentIds: readonly string[];
  /** Path of the jurisdiction they lie in. */
  readonly jurisdiction: string;
}

/** Keeps cases: each as one document, with what it is found by beside it, and how it stood at the end of each day. */
@Injectable()
export class CourtCaseStore {
  constructor(private readonly db: Database) {}

  /** A case to which a department within a scope is a party, or null; refuses an office's change to another jurisdiction's. */
  async one(id: string, scope: Scope): Promise<KeptCase | null> {
    const row = await oneToWorkOn(this.db, scope, (asked) => {
      const query = this.db.reader.createQueryBuilder(CourtCaseRow, 'c').where('c.id = :id', { id });
      confine(query, partiesWithin(asked, 'c'));
      return query;
    });
    return row && keptOf(row);
  }

  /** Id of the case a hearing belongs to. */
  async caseOfHearing(hearingId: string): Promise<string | null> {
    return (await this.db.reader.findOneBy(CourtHearing, { id: hearingId }))?.caseId ?? null;
  }

  /** Id of the case within a scope that an instance of this number belongs to. */
  async caseOfNumber(number: string, scope: Scope): Promise<string | null> {
    const { and, values } = partiesWithin(scope, 'c');
    const found = await this.db.read<{ id: string }>(
      `SELECT c.id FROM court_case c JOIN court_instance i ON i.case_id = c.id WHERE i.number_key = ?${and} ORDER BY c.id`,
      [caseNumberKey(number), ...values],
    );
    return found[0]?.id ?? null;
  }

  /**
   * Ids of the cases that have this number in a jurisdiction: written there, or with a party that has come to it since.
   * Another jurisdiction may have a case of the same number; that is another record (ADR 0036).
   */
  async holdersOf(number: string, jurisdiction: string): Promise<string[]> {
    const found = await seeingAll('NUMBERING', () =>
      this.db.read<{ id: string }>(
        `SELECT i.case_id AS id FROM court_instance i WHERE i.number_key = ? AND (i.jurisdiction = ?
           OR EXISTS (SELECT 1 FROM court_case_party p JOIN department d ON d.id = p.department_id
                      WHERE p.case_id = i.case_id AND d.jurisdiction = ?))`,
        [caseNumberKey(number), jurisdiction, jurisdiction],
      ),
    );
    return found.map(({ id }) => id);
  }

  /** Every case as the records stood at the end of a day, in order of filing; those recorded later are not there. */
  async asOf(day: Day, scope: Scope): Promise<CourtCase[]> {
    const { and, values } = partiesWithin(scope, 'c');
    const rows = await this.db.read<{ facts: string }>(
      `SELECT s.facts FROM court_case_state s JOIN court_case c ON c.id = s.case_id
       WHERE s.recorded_on = (SELECT MAX(t.recorded_on) FROM court_case_state t
                              WHERE t.case_id = s.case_id AND t.recorded_on <= ?)${and}
       ORDER BY c.filed_on, c.id`,
      [day, ...values],
    );
    return rows.map(({ facts }) => JSON.parse(facts) as CourtCase);
  }

  /** Adds a case on a day. */
  async insert(courtCase: CourtCase, parties: CaseParties, today: Day): Promise<void> {
    await this.db.writer.insert(CourtCaseRow, { id: courtCase.id, ...columnsOf(courtCase), version: 1 });
    await this.writeAround(courtCase, parties, today);
  }

  /** Puts a new state in place of the one with that version. */
  async update(kept: KeptCase, courtCase: CourtCase, parties: CaseParties, today: Day): Promise<void> {
    const row = { id: courtCase.id, version: kept.version };
    await updateVersioned(this.db, CourtCaseRow, row, columnsOf(courtCase));
    const caseId = courtCase.id;
    await this.db.writer.delete(CourtHearing, { caseId });
    await this.db.writer.delete(CourtInstance, { caseId });
    await this.writeAround(courtCase, parties, today);
  } // prettier-ignore

  private async writeAround(courtCase: CourtCase, { departmentIds, jurisdiction }: CaseParties, today: Day): Promise<void> {
    const caseId = courtCase.id;
    await this.writeParties(caseId, departmentIds);
    const instances = courtCase.instances.map(({ id, level, number, filedOn }) => ({
      id, caseId, level, filedOn, jurisdiction, numberKey: caseNumberKey(number),
    }));
    await this.db.writer.insert(CourtInstance, instances);
    const hearings = courtCase.instances.flatMap((one) => one.hearings).map(({ id, day }) => ({ id, caseId, day }));
    if (hearings.length > 0) await this.db.writer.insert(CourtHearing, hearings);
    const facts = JSON.stringify(courtCase);
    await this.db.writer.upsert(CourtCaseState, { id: newId(), caseId, recordedOn: today, facts }, ['caseId', 'recordedOn']);
  } // prettier-ignore

  /** New parties come before old ones go: a case is nobody's, and nobody may touch it, while it has none. */
  private async writeParties(caseId: string, departmentIds: readonly string[]): Promise<void> {
    const rows = departmentIds.map((departmentId) => [newId(), caseId, departmentId]);
    await bulkInsert(this.db, 'court_case_party', ['id', 'case_id', 'department_id'], rows, 'keep');
    await this.db.writer.delete(CourtCaseParty, { caseId, departmentId: Not(In(departmentIds)) });
  }
}

/** The condition that leaves cases to which a department within a scope is a party; `row` is the case's alias. */
export function partiesWithin(scope: Scope, row: string): ScopeCondition {
  const { and, values } = within(scope, { department: 'cp.department_id' });
  if (and === '') return { and, values };
  return {
    and: ` AND EXISTS (SELECT 1 FROM court_case_party cp WHERE cp.case_id = ${row}.id${and})`,
    values,
  };
}

/** A row as the case it holds. */
export function keptOf(row: Pick<CourtCaseRow, 'facts' | 'version'>): KeptCase {
  return { courtCase: JSON.parse(row.facts) as CourtCase, version: row.version };
}

function columnsOf(courtCase: CourtCase) {
  const { register, instances, plaintiff, cause, actSued } = courtCase;
  const filedOn = instances.map((one) => one.filedOn).reduce((a, b) => (a < b ? a : b));
  const numbers = instances.flatMap(({ number }) => [number, caseNumberKey(number)]);
  const searchText = [...numbers, plaintiff, cause, actSued].join(' ');
  return { register, filedOn, searchText, facts: JSON.stringify(courtCase) };
}
