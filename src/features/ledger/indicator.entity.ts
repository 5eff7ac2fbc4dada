import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A heading of a ledger, level 1 to 3. */
@Entity('indicator')
@Unique(['ledgerId', 'path'])
export class Indicator {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('ledger')
  ledgerId!: string;

  @Column('text', { nullable: true })
  @ForeignKey('indicator')
  parentId!: string | null;

  @Column('integer')
  level!: number;

  @Column('text')
  name!: string;

  /** Names from level 1, joined by ` / `. */
  @Column('text')
  path!: string;

  @Column('integer')
  ordinal!: number;
}
