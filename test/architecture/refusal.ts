import type { RefusalKind } from '../../src/domain/refusal.js';

/** How a refusal reaches its reader: a kind of the domain, wrong use of the command line, or a document of the platform's own. */
export type Channel = RefusalKind | 'USAGE' | `HTTP ${string}` | 'STOP';

/** A refusal as the source says it; what is known only at run time stands in braces. */
export interface Refusal {
  channel: Channel;
  code: string;
  sentence: string;
  /** File from the top folder. */
  where: string;
}

/** What was found in a tree: refusals that can be read, and places where one is made that cannot. */
export interface FoundRefusals {
  refusals: Refusal[];
  unreadable: string[];
}
