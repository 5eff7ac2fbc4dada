import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

/** Everything about one task, as the service gives it. */
export type TaskView = Schemas['TaskPageView'];
export type Part = Schemas['PartWithLight'];
export type LightExplained = Schemas['LightExplained'];
export type FrozenLight = Schemas['FrozenLight'];
export type Report = Schemas['ReportResponse'];
