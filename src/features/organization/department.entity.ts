import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A unit of the district: department, street, court, people's organisation. The tree is the materialised path. */
@Entity('department')
@Unique(['code'])
@Index('department_path', ['path'])
export class Department {
  @PrimaryColumn('text')
  id!: string;

  /** Short code such as `SFJ`; the key of all imports. */
  @Column('text')
  code!: string;

  /** Full name as on its signboard. */
  @Column('text')
  name!: string;

  @Column('text')
  shortName!: string;

  /** GOVERNMENT · VERTICAL · PARTY · PEOPLES_ORGANISATION · JUDICIAL · SUBDISTRICT, and PROVINCE · CITY · DISTRICT for a jurisdiction. */
  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  @ForeignKey('department')
  parentId!: string | null;

  /** Codes from the root, `/HB/SFJ/`. */
  @Column('text')
  path!: string;

  /** Path of the nearest PROVINCE, CITY or DISTRICT it is or lies in; `/` where the tree names none. */
  @Column('text', { default: '/' })
  jurisdiction!: string;

  /** 1 for 行政执法单位. */
  @Column('integer')
  isEnforcementUnit!: number;

  /** 1 for 责任部门. */
  @Column('integer')
  isResponsibleDepartment!: number;

  /** First day of its existence, null = always. */
  @Column('text', { nullable: true })
  validFrom!: string | null;

  /** Last day, null = still exists. */
  @Column('text', { nullable: true })
  validTo!: string | null;

  @Column('integer')
  version!: number;
}
