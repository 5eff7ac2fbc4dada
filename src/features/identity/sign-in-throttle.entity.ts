import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins counted under a key: `account:…`, `name:…`, `device:…` or `address:…`. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  @PrimaryColumn('text')
  key!: string;

  @Column('integer')
  failures!: number;

  @Column('bigint')
  lastFailureAt!: number;

  @Column('bigint')
  blockedUntil!: number;
}
