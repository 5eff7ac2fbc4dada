import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A year's list of tasks. */
@Entity('ledger')
@Unique(['code'])
@Index('ledger_year', ['year', 'kind'])
export class Ledger {
  @PrimaryColumn('text')
  id!: string;

  /** E.g. `KT-2023`. */
  @Column('text')
  code!: string;

  @Column('integer')
  year!: number;

  /** KEY_TASKS · DEMONSTRATION · ACTION_ITEMS. */
  @Column('text')
  kind!: string;

  @Column('text')
  title!: string;

  @Column('text')
  sourceDocument!: string;

  @Column('text')
  sourceNumber!: string;

  /** The day the ledger was issued (印发日期). */
  @Column('text', { nullable: true })
  issuedOn!: string | null;

  @Column('text')
  @ForeignKey('department')
  ownerDepartmentId!: string;

  /** DRAFT · ISSUED · CLOSED. */
  @Column('text')
  state!: string;

  @Column('integer')
  version!: number;
}
