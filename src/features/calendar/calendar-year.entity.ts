import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the working days of a year are known. */
@Entity('calendar_year')
export class CalendarYear {
  @PrimaryColumn('integer')
  year!: number;

  /** FINAL · PROVISIONAL. */
  @Column('text')
  status!: string;

  @Column('text')
  noticeNumber!: string;

  @Column('text', { nullable: true })
  importedOn!: string | null;

  @Column('integer')
  version!: number;
}
