import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that a year's notice takes out of Monday-to-Friday: a holiday or a make-up working day. */
@Entity('calendar_day')
export class CalendarDay {
  /** Year of the notice; it may also move the last days of the December before. */
  @PrimaryColumn('integer')
  noticeYear!: number;

  @PrimaryColumn('text')
  day!: string;

  @Column('integer')
  isWorking!: number;

  @Column('text')
  name!: string;
}
