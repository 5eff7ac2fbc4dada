import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** 重大行政决策事项; how it stands is worked out from its entries. */
@Entity('major_decision')
@Unique(['jurisdiction', 'year', 'number'])
@Index('major_decision_department', ['departmentId', 'id'])
export class MajorDecision {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  year!: number;

  @Column('text')
  number!: string;

  /** Path of the jurisdiction in whose numbers of the year it was entered; the undertaking department may have moved since. */
  @Column('text', { default: '/' })
  jurisdiction!: string;

  @Column('text')
  title!: string;

  /** Which of the five categories of 第三条: POLICY · PLAN · RESOURCE · PROJECT · OTHER. */
  @Column('text')
  category!: string;

  /** Id of the definition in config/procedures. */
  @Column('text')
  procedureId!: string;

  /** 承办单位. */
  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  /** 分管区领导, as written. */
  @Column('text')
  supervisingLeader!: string;

  /** The decision this one adjusts (第三十七条). */
  @Column('text', { nullable: true })
  @ForeignKey('major_decision')
  adjustsId!: string | null;

  @Column('text')
  createdOn!: string;

  @Column('text')
  createdBy!: string;

  /** Counts up with every deed, so that nobody acts on what he has not seen. */
  @Column('integer')
  version!: number;
}
