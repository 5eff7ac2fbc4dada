import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

/** A task as the list shows it. */
export type BoardItem = Schemas['TaskBoardItem'];

/** The numbers beside the filters. */
export type BoardFacets = Schemas['TaskBoardFacets'];

/** A value of a filter with how many tasks it would leave. */
export type Facet = Schemas['FacetCount'];

/** A ledger's heading. */
export type Ledger = Schemas['LedgerResponse'];
