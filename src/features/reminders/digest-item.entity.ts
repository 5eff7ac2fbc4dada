import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A reminder in a digest; a reminder is in one digest only. */
@Entity('digest_item')
@Unique(['reminderId'])
export class DigestItem {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('digest')
  digestId!: string;

  @Column('text')
  @ForeignKey('reminder')
  reminderId!: string;

  @Column('integer')
  ordinal!: number;
}
