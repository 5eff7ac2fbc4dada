import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row that every unit of work on SQLite writes first, so that it holds the write lock before it reads. */
@Entity('app_lock')
export class AppLock {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  turn!: number;
}
