import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The robot of a department's group chat. */
@Entity('department_robot')
@Unique(['departmentId', 'kind'])
export class DepartmentRobot {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('department')
  departmentId!: string;

  /** WECOM · DINGTALK. */
  @Column('text')
  kind!: string;

  /** Sealed for this row; never shown again. */
  @Column('text')
  sealedKey!: string;

  /** 加签 of DingTalk, sealed; null where there is none. */
  @Column('text', { nullable: true })
  sealedSecret!: string | null;

  /** The row of `robot_pace`: two departments may share one group and with it one limit. */
  @Column('text')
  paceId!: string;

  /** ON · OFF. */
  @Column('text')
  state!: string;

  @Column('integer')
  version!: number;
}

/** When a robot was last used, over all processes; its id is a hash of kind and key. */
@Entity('robot_pace')
export class RobotPace {
  @PrimaryColumn('text')
  id!: string;

  /** JSON: instants of the last minute. */
  @Column('text')
  recent!: string;

  /** Not before this instant, after the maker's server said that it was too fast. */
  @Column('bigint')
  freeAt!: number;
}
