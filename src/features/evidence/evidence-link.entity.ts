import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a piece of evidence proves. A link that is taken away stays as history. */
@Entity('evidence_link')
@Unique(['evidenceId', 'subjectKind', 'subjectId', 'isActive'])
@Index('evidence_link_subject', ['subjectKind', 'subjectId'])
export class EvidenceLink {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('evidence')
  evidenceId!: string;

  /** TASK · ASSIGNMENT · MILESTONE · REPORT · CLOSE_OUT. */
  @Column('text')
  subjectKind!: string;

  @Column('text')
  subjectId!: string;

  /** 1 while it holds, null afterwards: so a subject can be linked again, but never twice at once. */
  @Column('integer', { nullable: true })
  isActive!: number | null;

  @Column('text')
  addedOn!: string;

  @Column('text')
  addedBy!: string;

  @Column('text', { nullable: true })
  removedOn!: string | null;

  @Column('text', { nullable: true })
  removedBy!: string | null;

  @Column('text')
  removalReason!: string;
}
