import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fact about this installation's data that every process opening them must know, e.g. the held office day. */
@Entity('office_setting')
export class OfficeSetting {
  @PrimaryColumn('text')
  name!: string;

  @Column('text')
  value!: string;
}
