import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A case: its whole present state as one document, and beside it what lists are narrowed and sorted by. */
@Entity('court_case')
@Index('court_case_filed', ['filedOn', 'id'])
export class CourtCaseRow {
  @PrimaryColumn('text')
  id!: string;

  /** ADMINISTRATIVE · CIVIL · RECONSIDERATION_HEARING. */
  @Column('text')
  register!: string;

  /** First day of filing. */
  @Column('text')
  filedOn!: string;

  /** Numbers, cause and act sued, for searching; no name of a plaintiff but the masked one. */
  @Column('text')
  searchText!: string;

  /** The case as JSON, plaintiff masked. */
  @Column('text')
  facts!: string;

  @Column('integer')
  version!: number;
}
