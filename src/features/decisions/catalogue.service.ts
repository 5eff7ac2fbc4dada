import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { dayInvalid } from '../../domain/procedure/procedure.errors.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { staleVersion } from '../../platform/database/version.js';
import { cleanText } from '../../platform/office/clean-text.js';
import {
  catalogueEmpty, catalogueNotFound, catalogueTaken, consentMissing, consentNotAllowed, itemNotFound,
  itemReasonMissing, itemTaken, otherYear, ownCatalogue,
} from './catalogue.errors.js'; // prettier-ignore
import { CatalogueStore, type CatalogueRecord } from './catalogue.store.js';
import { DecisionDesk } from './decision-desk.js';

/** 年度目录: draft, consent of the party committee, publication; every addition and removal with its reason. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CatalogueStore,
    private readonly desk: DecisionDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Opens the year's catalogue of the actor's jurisdiction; refuses a second one. */
  async create(year: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { jurisdiction, departmentId } = currentActor();
      if (await this.store.ofYear(year, jurisdiction)) throw catalogueTaken(year);
      const catalogue: CatalogueRecord = {
        id: newId(),
        year,
        jurisdiction,
        ownerDepartmentId: departmentId,
        state: 'DRAFT',
        edition: 0,
        consentDocument: '',
        consentOn: null,
        submittedBy: '',
        publishedOn: null,
        publishedIn: '',
        version: 1,
      };
      await this.store.insert(catalogue);
      this.record('decisions.create-catalogue', catalogue.id, { year });
    });
  }

  /** 列入: a decision of the year comes into the catalogue, which then needs consent and publication anew. */
  async add(year: number, decisionId: string, reason: string, version: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const catalogue = await this.catalogue(year, version);
      const { decision } = await this.desk.open(decisionId);
      if (reason.trim() === '') throw itemReasonMissing('列入');
      if (decision.year !== year) throw otherYear(year);
      if (await this.store.standing(decisionId)) throw itemTaken();
      await this.store.addItem({
        id: newId(),
        catalogueId: catalogue.id,
        decisionId,
        addedOn: this.clock.today(),
        addedBy: currentActor().post,
        addReason: cleanText(reason).trim(),
        removedOn: null,
        removedBy: null,
        removeReason: '',
      });
      await this.reopen(catalogue);
      const { number, title } = decision;
      this.record('decisions.add-item', catalogue.id, { year, decisionId, number, title, reason });
    });
  }

  /** 调出: the item's history stays. */
  async remove(year: number, itemId: string, reason: string, version: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const catalogue = await this.catalogue(year, version);
      const item = (await this.store.itemsOf(catalogue.id)).find(({ id }) => id === itemId);
      if (!item || item.removedOn !== null) throw itemNotFound();
      if (reason.trim() === '') throw itemReasonMissing('调出');
      await this.store.removeItem(itemId, {
        removedOn: this.clock.today(),
        removedBy: currentActor().post,
        removeReason: cleanText(reason).trim(),
      });
      await this.reopen(catalogue);
      this.record('decisions.remove-item', catalogue.id, { year, decisionId: item.decisionId, reason });
    });
  }

  /** 经同级党委同意 (第三条第三款): the document with which it consented. */
  async consent(year: number, consent: { document: string; on: Day }, version: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const catalogue = await this.catalogue(year, version);
      if (catalogue.state !== 'DRAFT') throw consentNotAllowed();
      if (consent.on > this.clock.today()) throw dayInvalid(consent.on);
      const items = await this.store.itemsOf(catalogue.id);
      if (!items.some(({ removedOn }) => removedOn === null)) throw catalogueEmpty();
      const changes = {
        state: 'CONSENTED',
        consentDocument: cleanText(consent.document).trim(),
        consentOn: consent.on,
        submittedBy: currentActor().post,
      };
      await this.store.update(catalogue, changes);
      this.record('decisions.consent-catalogue', catalogue.id, { year, ...changes });
    });
  }

  /** 向社会公布: approved by the director, who may not be the one that laid it before the committee. */
  async publish(year: number, published: { on: Day; where: string }, version: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const catalogue = await this.catalogue(year, version);
      if (catalogue.state !== 'CONSENTED') throw consentMissing();
      if (catalogue.submittedBy === currentActor().post) throw ownCatalogue();
      if (published.on > this.clock.today()) throw dayInvalid(published.on);
      const changes = {
        state: 'PUBLISHED',
        edition: catalogue.edition + 1,
        publishedOn: published.on,
        publishedIn: cleanText(published.where).trim(),
      };
      await this.store.update(catalogue, changes);
      this.record('decisions.publish-catalogue', catalogue.id, { year, ...changes });
    });
  }

  private async catalogue(year: number, version: number): Promise<CatalogueRecord> {
    const catalogue = await this.store.ofYear(year, currentActor().jurisdiction);
    if (!catalogue) throw catalogueNotFound(year);
    if (catalogue.version !== version) throw staleVersion('decision_catalogue', catalogue, version);
    return catalogue;
  }

  private async reopen(catalogue: CatalogueRecord): Promise<void> {
    await this.store.update(catalogue, { state: 'DRAFT' });
  }

  private record(operation: string, objectId: string, after: object): void {
    this.audit.record({ operation, objectKind: 'decision_catalogue', objectId, after });
  }
}
