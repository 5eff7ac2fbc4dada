import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A numbered bulletin and its stored files; later calls give the stored ones. */
@Entity('bulletin')
@Unique(['roundId'])
@Unique(['ledgerId', 'number'])
export class Bulletin {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('dispatch_round')
  roundId!: string;

  @Column('text')
  @ForeignKey('ledger')
  ledgerId!: string;

  @Column('text')
  month!: string;

  /** 第5期. */
  @Column('text')
  number!: string;

  @Column('text')
  snapshotSha256!: string;

  @Column('text')
  dataSha256!: string;

  /** JSON the files are made of. */
  @Column('text')
  content!: string;

  @Column('text')
  issuedOn!: string;

  @Column('text')
  issuedBy!: string;

  @Column('integer')
  version!: number;
}
