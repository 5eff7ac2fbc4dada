import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An uploaded file and the rows read from it, before and after it was committed. */
@Entity('ledger_import')
@Index('ledger_import_file', ['fileSha256'])
export class LedgerImport {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  fileName!: string;

  @Column('text')
  fileSha256!: string;

  /** LEDGER · NOTICE. */
  @Column('text')
  kind!: string;

  @Column('integer')
  year!: number;

  @Column('text', { nullable: true })
  issuedOn!: string | null;

  /** JSON: column → field chosen by the user. */
  @Column('text')
  mapping!: string;

  /** JSON of the rows as in the preview. */
  @Column('text')
  rows!: string;

  /** JSON: title, source number, sheets read and skipped. */
  @Column('text')
  headings!: string;

  /** PREVIEW · COMMITTED · DISCARDED. */
  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  @ForeignKey('ledger')
  ledgerId!: string | null;

  /** JSON of what a re-import would change or has changed. */
  @Column('text')
  diff!: string;

  /** Path of the jurisdiction whose office brought it. */
  @Column('text', { default: '/' })
  jurisdiction!: string;

  @Column('text')
  createdOn!: string;

  @Column('integer')
  version!: number;
}
