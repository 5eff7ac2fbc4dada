import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A duty in a department and who holds it from when to when. */
@Entity('post')
@Unique(['code', 'fromDay'])
@Index('post_department', ['departmentId', 'kind'])
export class Post {
  @PrimaryColumn('text')
  id!: string;

  /** E.g. `SFJ-LIAISON`; several rows of one code are successive holders. */
  @Column('text')
  code!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  /** CLERK · DIRECTOR · LIAISON · HEAD · LEADER. */
  @Column('text')
  kind!: string;

  @Column('text')
  holder!: string;

  @Column('text')
  email!: string;

  @Column('text')
  fromDay!: string;

  @Column('text', { nullable: true })
  toDay!: string | null;

  @Column('integer')
  version!: number;
}
