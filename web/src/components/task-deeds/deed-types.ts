import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

/** A deed that the service offers on a task. */
export type DeedOffer = Schemas['DeedOffer'];

/** Everything about one task. */
export type TaskPage = Schemas['TaskPageView'];
