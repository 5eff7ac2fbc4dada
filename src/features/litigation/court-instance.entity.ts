import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An instance of a case, so that its number is there once and lists can be narrowed by its level. */
@Entity('court_instance')
@Unique(['numberKey'])
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

  @Column('text')
  filedOn!: string;
}
