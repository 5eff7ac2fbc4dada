import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** 年度重大行政决策事项目录, one for a jurisdiction and year; whose it is goes by the department that keeps it. */
@Entity('decision_catalogue')
@Unique(['jurisdiction', 'year'])
export class DecisionCatalogue {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  year!: number;

  /** Path of the jurisdiction for which it was opened; where that stands in the tree today, the owner knows. */
  @Column('text', { default: '/' })
  jurisdiction!: string;

  /** Department whose office opened it; null where no department did. */
  @Column('text', { nullable: true })
  ownerDepartmentId!: string | null;

  /** DRAFT · CONSENTED · PUBLISHED; a change after publication makes it DRAFT again until it is published anew. */
  @Column('text')
  state!: string;

  /** How many times it has been published. */
  @Column('integer')
  edition!: number;

  /** Document with which the party committee of the same level consented. */
  @Column('text')
  consentDocument!: string;

  @Column('text', { nullable: true })
  consentOn!: string | null;

  /** Post that laid it before the committee; may not publish it. */
  @Column('text')
  submittedBy!: string;

  @Column('text', { nullable: true })
  publishedOn!: string | null;

  /** Where it was published. */
  @Column('text')
  publishedIn!: string;

  @Column('integer')
  version!: number;
}
