import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** How a post likes to see the task list: filters, columns and order under a name. Stays with the post when its holder changes. */
@Entity('saved_view')
@Unique(['owner', 'name'])
export class SavedView {
  @PrimaryColumn('text')
  id!: string;

  /** Post code. */
  @Column('text')
  owner!: string;

  @Column('text')
  name!: string;

  /** JSON of the filters as they are asked for. */
  @Column('text')
  filter!: string;

  /** Column names, joined by commas. */
  @Column('text')
  columns!: string;

  @Column('text')
  sort!: string;

  @Column('integer')
  version!: number;
}
