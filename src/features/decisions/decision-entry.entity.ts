import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One entry of a decision's file. Entries are added, never changed: what was known on a day stays known. */
@Entity('decision_entry')
@Unique(['decisionId', 'seq'])
@Index('decision_entry_content', ['sha256'])
export class DecisionEntry {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('major_decision')
  decisionId!: string;

  @Column('integer')
  seq!: number;

  /** STEP · DETERMINATION · OVERRIDE · APPROVAL · DRAFT · DOCUMENT · MARK. */
  @Column('text')
  kind!: string;

  /** The day of the fact. */
  @Column('text')
  onDay!: string;

  /** The office's day on which it was entered. */
  @Column('text')
  recordedOn!: string;

  /** Post code. */
  @Column('text')
  recordedBy!: string;

  /** Who held the post. */
  @Column('text')
  recorder!: string;

  /** What the entry says besides, as JSON. */
  @Column('text')
  content!: string;

  /** Of a file: its hash in the store. */
  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('bigint', { nullable: true })
  bytes!: number | null;

  @Column('text')
  fileName!: string;

  @Column('text')
  mediaType!: string;
}
