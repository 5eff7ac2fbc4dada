import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import type { Day } from '../../domain/calendar/day.js';
import { Database } from '../../platform/database/database.js';
import { likeText } from '../../platform/database/like-text.js';
import { updateVersioned } from '../../platform/database/version.js';
import { DepartmentAlias } from './department-alias.entity.js';
import { Department } from './department.entity.js';

const COLUMNS = `id, code, name, short_name AS "shortName", kind, parent_id AS "parentId", path, jurisdiction,
  is_enforcement_unit AS "isEnforcementUnit", is_responsible_department AS "isResponsibleDepartment",
  valid_from AS "validFrom", valid_to AS "validTo", version`;

const ON_A_DAY = '(valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR valid_to >= ?)';

/** Which departments; what is left out asks nothing. */
export interface DepartmentFilter {
  kind?: string | undefined;
  q?: string | undefined;
  /** Only those of the actor's own jurisdiction; one who serves the whole installation is held to none. */
  isOwn: boolean;
  /** Only those that exist on the day. */
  on?: Day | undefined;
}

/** The only file that knows the tables of departments and their aliases. */
@Injectable()
export class DepartmentStore {
  constructor(private readonly db: Database) {}

  /** Every department there ever was, in the order entered. */
  async all(): Promise<Department[]> {
    return this.db.reader.find(Department, { order: { id: 'ASC' } });
  }

  /** Departments that exist on a day, in the order entered. Asked by every list, hence raw rows. */
  on(day: Day): Promise<Department[]> {
    return this.db.read<Department>(`SELECT ${COLUMNS} FROM department WHERE ${ON_A_DAY} ORDER BY id`, [
      day,
      day,
    ]);
  }

  /** What departments that exist on a day are called. Asked by every page of a list, hence nothing else of them. */
  namesOn(day: Day): Promise<Pick<Department, 'id' | 'code' | 'name'>[]> {
    return this.db.read(`SELECT id, code, name FROM department WHERE ${ON_A_DAY} ORDER BY id`, [day, day]);
  }

  async byId(id: string): Promise<Department | null> {
    return this.db.reader.findOneBy(Department, { id });
  }

  async byCode(code: string): Promise<Department | null> {
    return this.db.reader.findOneBy(Department, { code });
  }

  /** Those of these codes that there ever were. */
  async byCodes(codes: readonly string[]): Promise<Department[]> {
    return codes.length === 0 ? [] : this.db.reader.findBy(Department, { code: In([...codes]) });
  }

  /** Those of these ids that there ever were. */
  async byIds(ids: readonly string[]): Promise<Department[]> {
    return ids.length === 0 ? [] : this.db.reader.findBy(Department, { id: In([...ids]) });
  }

  /** One page by code: those after a code, at most `limit`. */
  async page(
    after: string | null,
    limit: number,
    filter: DepartmentFilter & { knownTo: string },
  ): Promise<Department[]> {
    const query = this.db.reader.createQueryBuilder(Department, 'd').orderBy('d.code').limit(limit);
    if (after !== null) query.andWhere('d.code > :after', { after });
    // Those of the jurisdiction and below it, and those above it on the way to the root.
    query.andWhere(`(d.path LIKE :below OR :own LIKE d.path || '%')`, {
      below: `${filter.knownTo}%`,
      own: filter.knownTo,
    });
    if (filter.isOwn && filter.knownTo !== WHOLE_INSTALLATION)
      query.andWhere('d.jurisdiction = :own', { own: filter.knownTo });
    if (filter.on !== undefined) {
      query.andWhere('(d.validFrom IS NULL OR d.validFrom <= :on)', { on: filter.on });
      query.andWhere('(d.validTo IS NULL OR d.validTo >= :on)');
    }
    if (filter.kind !== undefined) query.andWhere('d.kind = :kind', { kind: filter.kind });
    if (filter.q !== undefined) {
      const like = `%${likeText(filter.q)}%`;
      query.andWhere(`(d.name LIKE :like ESCAPE '!' OR d.shortName LIKE :like ESCAPE '!')`, { like });
    }
    return query.getMany();
  }

  async add(department: Department): Promise<void> {
    await this.db.writer.insert(Department, department);
  }

  async change(department: Pick<Department, 'id' | 'version'>, changes: Partial<Department>): Promise<void> {
    await updateVersioned(this.db, Department, department, changes);
  }

  /** Places a department in the tree without counting its version up: the path follows from the parents. */
  async place(id: string, place: Pick<Department, 'path' | 'parentId' | 'jurisdiction'>): Promise<void> {
    await this.db.writer.update(Department, { id }, place);
  }

  async aliases(): Promise<DepartmentAlias[]> {
    return this.db.reader.find(DepartmentAlias, { order: { id: 'ASC' } });
  }

  async aliasesOf(departmentId: string): Promise<DepartmentAlias[]> {
    return this.db.reader.find(DepartmentAlias, { where: { departmentId }, order: { id: 'ASC' } });
  }

  async addAlias(alias: DepartmentAlias): Promise<void> {
    await this.db.writer.insert(DepartmentAlias, alias);
  }

  async endAlias(id: string, validTo: Day): Promise<void> {
    await this.db.writer.update(DepartmentAlias, { id }, { validTo });
  }
}
