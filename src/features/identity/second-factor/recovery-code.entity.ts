import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A code for whoever has lost his authenticator, good once; only its hash is kept. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('text')
  @ForeignKey('account')
  accountId!: string;

  @PrimaryColumn('text')
  codeSha256!: string;

  @Column('bigint', { nullable: true })
  usedAt!: number | null;
}
