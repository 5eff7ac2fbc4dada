import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

/** A decision in a list. */
export type DecisionLine = Schemas['DecisionResponse'];

/** Everything about one decision. */
export type Decision = Schemas['DecisionSheetResponse'];

/** How a step stands. */
export type Step = Schemas['StepStandingResponse'];

/** How something the law asks before a step stands. */
export type Gate = Schemas['GateStandingResponse'];

/** A deed as the service offers it. */
export type DeedOffer = Schemas['DecisionDeedResponse'];

/** What a deed would meet. */
export type Preview = Schemas['PreviewResponse'];

/** What a preview asks about. */
export type PreviewWish = Schemas['PreviewRequest'];

/** A procedure as forms are built from it. */
export type Procedure = Schemas['ProcedureResponse'];

/** A step of a procedure: its fields and papers. */
export type StepDefinition = Schemas['ProcedureStepResponse'];

/** A field a step is recorded with. */
export type StepField = Schemas['ProcedureFieldResponse'];

/** A year's catalogue with its items. */
export type Board = Schemas['CatalogueBoardResponse'];

/** A place in a catalogue. */
export type CatalogueItem = Schemas['CatalogueItemResponse'];

/** Figures of a year as of a day. */
export type Figures = Schemas['StatisticsResponse'];

/** One decision with the procedure it follows; every part of its page is given both. */
export interface Matter {
  decision: Decision;
  procedure: Procedure;
}
