import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One file of a bulletin as first issued. */
@Entity('bulletin_file')
@Unique(['bulletinId', 'format'])
export class BulletinFile {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('bulletin')
  bulletinId!: string;

  /** Docx · xlsx · md. */
  @Column('text')
  format!: string;

  @Column('text')
  sha256!: string;

  @Column('integer')
  bytes!: number;
}
