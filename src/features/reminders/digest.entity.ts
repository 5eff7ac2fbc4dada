import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** All reminders of one recipient on one day, as one message. */
@Entity('digest')
@Unique(['day', 'departmentId', 'recipient'])
export class Digest {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  day!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  /** LIAISON · HEAD. */
  @Column('text')
  recipient!: string;

  @Column('text')
  postCode!: string;

  @Column('text')
  holder!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  text!: string;

  @Column('integer')
  items!: number;

  /** 1 = the post was vacant, sent to the head. */
  @Column('integer')
  fallback!: number;

  @Column('text', { nullable: true })
  signedOn!: string | null;

  @Column('text', { nullable: true })
  signedBy!: string | null;

  @Column('integer')
  version!: number;
}
