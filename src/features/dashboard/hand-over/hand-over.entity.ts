import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A post of a department handed from one holder to the next (交接), with the list of open items as it stood that day. */
@Entity('hand_over')
@Unique(['termId'])
@Index('hand_over_post', ['postCode', 'id'])
export class HandOver {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  postCode!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  /** Who held the post last. */
  @Column('text')
  former!: string;

  /** The term that begins with it. */
  @Column('text')
  @ForeignKey('post')
  termId!: string;

  /** Who takes over. */
  @Column('text')
  successor!: string;

  /** First day of the new term. */
  @Column('text')
  fromDay!: string;

  @Column('text')
  note!: string;

  /** JSON: the sheet as it stood on the day of handing over. */
  @Column('text')
  sheet!: string;

  @Column('text')
  handedOn!: string;

  /** Post code of the office's person. */
  @Column('text')
  handedBy!: string;

  /** The day the successor confirmed that he has taken over. */
  @Column('text', { nullable: true })
  confirmedOn!: string | null;

  @Column('bigint', { nullable: true })
  confirmedAt!: number | null;
}
