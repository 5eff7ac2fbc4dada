import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

/** A piece of evidence. */
export type Evidence = Schemas['EvidenceResponse'];

/** What a piece of evidence proves. */
export interface EvidenceSubject {
  kind: 'TASK' | 'ASSIGNMENT' | 'MILESTONE';
  id: string;
}
