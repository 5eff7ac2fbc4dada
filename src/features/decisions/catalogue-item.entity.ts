import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A decision's place in a year's catalogue, from its addition to its removal, each with a reason. */
@Entity('catalogue_item')
@Index('catalogue_item_catalogue', ['catalogueId'])
@Index('catalogue_item_decision', ['decisionId'])
export class CatalogueItem {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @ForeignKey('decision_catalogue')
  catalogueId!: string;

  @Column('text')
  @ForeignKey('major_decision')
  decisionId!: string;

  @Column('text')
  addedOn!: string;

  @Column('text')
  addedBy!: string;

  @Column('text')
  addReason!: string;

  @Column('text', { nullable: true })
  removedOn!: string | null;

  @Column('text', { nullable: true })
  removedBy!: string | null;

  @Column('text')
  removeReason!: string;
}
