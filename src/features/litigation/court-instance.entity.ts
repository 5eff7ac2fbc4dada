import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An instance of a case, so that a jurisdiction has its number once and lists can be narrowed by its level. */
@Entity('court_instance')
@Unique(['jurisdiction', 'numberKey'])
@Index('court_instance_case', ['caseId'])
export class CourtInstance {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('court_case')
  caseId!: string;

  /** FIRST · SECOND · RETRIAL. */
  @Column('text')
  level!: string;

  /** 案号 without differences of brackets and blanks. */
  @Column('text')
  numberKey!: string;

  /** Path of the jurisdiction that its parties lay in when the case was last written. */
  @Column('text', { default: '/' })
  jurisdiction!: string;

  @Column('text')
  filedOn!: string;
}
