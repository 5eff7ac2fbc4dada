import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The court's own list of a quarter, against which a jurisdiction's register is held. */
@Entity('court_figures')
@Unique(['jurisdiction', 'year', 'quarter'])
export class CourtFigures {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  year!: number;

  /** 1 … 4. */
  @Column('integer')
  quarter!: number;

  /** Path of the jurisdiction for which it was first entered; where that stands in the tree today, the owner knows. */
  @Column('text', { default: '/' })
  jurisdiction!: string;

  /** Department whose office entered it first; null where no department did. */
  @Column('text', { nullable: true })
  ownerDepartmentId!: string | null;

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
