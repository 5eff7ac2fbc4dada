import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that differs from Monday-to-Friday: a holiday or a make-up working day. */
@Entity('calendar_day')
export class CalendarDay {
  @PrimaryColumn('text')
  day!: string;

  @Column('integer')
  isWorking!: number;

  @Column('text')
  name!: string;
}
