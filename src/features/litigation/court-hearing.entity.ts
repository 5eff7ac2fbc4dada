import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A hearing of a case, so that it can be found by its id and by its day. */
@Entity('court_hearing')
@Index('court_hearing_day', ['day', 'caseId'])
@Index('court_hearing_case', ['caseId'])
export class CourtHearing {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('court_case')
  caseId!: string;

  @Column('text')
  day!: string;
}
