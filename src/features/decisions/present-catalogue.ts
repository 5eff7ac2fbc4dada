import type { JurisdictionFacts } from '../organization/jurisdictions.reader.js';
import type { CatalogueRecord, ItemRecord } from './catalogue.store.js';
import type { DecisionResponse } from './present-decision.js';

/** 目录所属的市、区 */
export class CatalogueJurisdictionResponse {
  code!: string;
  name!: string;
}

/** 年度目录 */
export class CatalogueResponse {
  id!: string;
  year!: number;
  /** 所属的市、区；整个系统只有一个辖区的为 null */
  jurisdiction!: CatalogueJurisdictionResponse | null;
  /** 是否本辖区的；下辖市、区的只能查看 */
  isOwn!: boolean;
  /** DRAFT 拟定、CONSENTED 党委已同意、PUBLISHED 已公布 */
  state!: string;
  stateLabel!: string;
  /** 公布过几次 */
  edition!: number;
  consentDocument!: string;
  consentOn!: string | null;
  publishedOn!: string | null;
  publishedIn!: string;
  version!: number;
}

/** 全部年度目录 */
export class CataloguesResponse {
  items!: CatalogueResponse[];
}

/** 目录中的一项，已调出的也保留 */
export class CatalogueItemResponse {
  id!: string;
  addedOn!: string;
  addReason!: string;
  /** 调出的日期；null 为仍在目录 */
  removedOn!: string | null;
  removeReason!: string;
  decision!: DecisionResponse;
}

/** 目录看板 */
export class CatalogueBoardResponse extends CatalogueResponse {
  items!: CatalogueItemResponse[];
}

const STATES: Readonly<Record<string, string>> = {
  DRAFT: '拟定',
  CONSENTED: '党委已同意',
  PUBLISHED: '已公布',
};

/** Takes a catalogue with the jurisdiction it is of; gives what goes out. */
export function presentCatalogue(
  catalogue: CatalogueRecord,
  jurisdiction: JurisdictionFacts | null,
  isOwn: boolean,
): CatalogueResponse {
  return {
    jurisdiction: jurisdiction && { code: jurisdiction.code, name: jurisdiction.name },
    isOwn,
    id: catalogue.id,
    year: catalogue.year,
    state: catalogue.state,
    stateLabel: STATES[catalogue.state] ?? '',
    edition: catalogue.edition,
    consentDocument: catalogue.consentDocument,
    consentOn: catalogue.consentOn,
    publishedOn: catalogue.publishedOn,
    publishedIn: catalogue.publishedIn,
    version: catalogue.version,
  };
}

/** Takes a place in a catalogue and its decision; gives what goes out. */
export function presentItem(item: ItemRecord, decision: DecisionResponse): CatalogueItemResponse {
  const { id, addedOn, addReason, removedOn, removeReason } = item;
  return { id, addedOn, addReason, removedOn, removeReason, decision };
}
