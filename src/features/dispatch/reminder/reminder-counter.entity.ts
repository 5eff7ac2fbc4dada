import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in a series of papers, e.g. `催/2023`; counted up in the unit that issues them, so without gaps. */
@Entity('reminder_counter')
export class ReminderCounter {
  @PrimaryColumn('text')
  series!: string;

  @Column('integer')
  last!: number;
}
