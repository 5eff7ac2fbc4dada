import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The court's own list of a quarter, against which the register is held. */
@Entity('court_figures')
@Unique(['year', 'quarter'])
export class CourtFigures {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  year!: number;

  /** 1 … 4. */
  @Column('integer')
  quarter!: number;

  /** JSON list: case number, department code, appeared, day. */
  @Column('text')
  lines!: string;

  @Column('text')
  enteredOn!: string;

  /** Post code. */
  @Column('text')
  enteredBy!: string;

  @Column('integer')
  version!: number;
}
