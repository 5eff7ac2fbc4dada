import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A file that proves something of a task: its name and standing; the content lies in the store under its hash. */
@Entity('evidence')
@Unique(['sameKey'])
@Unique(['supersedesId'])
@Index('evidence_task', ['taskId', 'id'])
@Index('evidence_department', ['departmentId', 'id'])
@Index('evidence_month', ['month', 'id'])
@Index('evidence_content', ['sha256'])
export class Evidence {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('task')
  taskId!: string;

  /** Whose evidence it is; null for the office's own. */
  @Column('text', { nullable: true })
  @ForeignKey('department')
  departmentId!: string | null;

  /** Hash of the same name, content and subject by the same post, while it stands; what is sent twice is kept once. */
  @Column('text', { nullable: true })
  sameKey!: string | null;

  @Column('text')
  sha256!: string;

  @Column('bigint')
  bytes!: number;

  @Column('text')
  name!: string;

  @Column('text')
  mediaType!: string;

  /** 1 = a page may show it: a picture, or a PDF in which nothing can run. */
  @Column('integer', { default: 0 })
  canPreview!: number;

  @Column('text')
  description!: string;

  /** PUBLIC · INTERNAL. */
  @Column('text')
  secrecy!: string;

  /** The month whose work it proves. */
  @Column('text')
  month!: string;

  /** Last day on which it holds, e.g. of a licence. */
  @Column('text', { nullable: true })
  validUntil!: string | null;

  /** 1 = every department with a part in the task may read it. */
  @Column('integer')
  isShared!: number;

  /** 第几版. */
  @Column('integer')
  ordinal!: number;

  @Column('text', { nullable: true })
  supersedesId!: string | null;

  @Column('text', { nullable: true })
  supersededOn!: string | null;

  @Column('text')
  uploadedOn!: string;

  @Column('bigint')
  uploadedAt!: number;

  /** Post code. */
  @Column('text')
  uploadedBy!: string;

  /** Who held the post. */
  @Column('text')
  uploader!: string;

  /** Removed (撤回) on; row and content stay. */
  @Column('text', { nullable: true })
  removedOn!: string | null;

  @Column('text', { nullable: true })
  removedBy!: string | null;

  @Column('text')
  removalReason!: string;

  @Column('integer')
  version!: number;
}
