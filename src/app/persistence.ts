import type { Persistence } from '../platform/database/data-source-options.js';
import { platformEntities } from './platform-entities.js';
import { Platform1700000000001 } from '../migrations/1700000000001-platform.js';

/** Every table and every migration of the product; a feature adds its own here. */
export const persistence: Persistence = {
  entities: [...platformEntities],
  migrations: [Platform1700000000001],
};
