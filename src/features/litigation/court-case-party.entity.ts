import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A department that is, at any instance, a party of a case: whose case it is. */
@Entity('court_case_party')
@Unique(['caseId', 'departmentId'])
@Index('court_case_party_department', ['departmentId', 'caseId'])
export class CourtCaseParty {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('court_case')
  caseId!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;
}
