import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** How a case stood in the records at the end of a day; what was answered for that day stays answerable. */
@Entity('court_case_state')
@Unique(['caseId', 'recordedOn'])
export class CourtCaseState {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('court_case')
  caseId!: string;

  @Column('text')
  recordedOn!: string;

  /** The case as JSON. */
  @Column('text')
  facts!: string;
}
