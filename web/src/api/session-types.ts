import type { components } from './schema.js';

type Schemas = components['schemas'];

/** Who is signed in, as which post, and what day it is. */
export type Session = Schemas['SessionResponse'];

/** One post of the person who is signed in. */
export type SessionPost = Schemas['SessionPostResponse'];

/** What a post lets a person do. */
export type Role = SessionPost['role'];
