import { withLine, type Files } from './small-tree.js';

/** For each rule of .dependency-cruiser.cjs the bad line it must report, laid over the small clean tree. */
export const PLANTS: Record<string, Files> = {
  'domain-is-pure': withLine(
    'src/domain/light/light.ts',
    `import type { EntityManager } from 'typeorm'; export type Bad = EntityManager;`,
  ),
  'calendar-is-pure': withLine('src/domain/calendar/day.ts', `import 'node:fs';`),
  'theories-know-only-the-calendar': withLine(
    'src/domain/light/light.ts',
    `import type { Task } from '../task/task.js'; export type Bad = Task;`,
  ),
  'platform-looks-up': withLine(
    'src/platform/files/file-store.ts',
    `import '../../features/organization/organization.reader.js';`,
  ),
  'features-look-up': withLine(
    'src/features/ledger/ledger.service.ts',
    `import '../../migrations/first.js';`,
  ),
  'migrations-stand-alone': withLine('src/migrations/first.ts', `import '../domain/calendar/day.js';`),
  'app-looks-up': {
    'src/cli.ts': `process.exitCode = 2;`,
    ...withLine('src/app/app.module.ts', `import '../cli.js';`),
  },
  'unknown-layer': {
    'src/common/things.ts': `export const thing = 1;`,
    ...withLine('src/main.ts', `import './common/things.js';`),
  },
  'unknown-feature': {
    'src/features/weather/weather.module.ts': `import '../../domain/calendar/day.js';`,
    ...withLine('src/app/app.module.ts', `import '../features/weather/weather.module.js';`),
  },
  'features-meet-at-the-reader': withLine(
    'src/features/ledger/ledger.service.ts',
    `import '../organization/organization.service.js';`,
  ),
  'stores-stay-inside': withLine(
    'src/app/app.module.ts',
    `import '../features/organization/organization.store.js';`,
  ),
  'policy-is-pure': withLine(
    'src/features/organization/organization.policy.ts',
    `import './organization.store.js';`,
  ),
  'only-stores-know-typeorm': withLine('src/features/ledger/ledger.service.ts', `import 'typeorm';`),
  'no-circle-of-files': {
    'src/domain/task/rule.ts': `import './task.js';`,
    ...withLine('src/domain/task/task.ts', `import './rule.js';`),
  },
  'no-circle-of-folders': {
    'src/platform/database/schema.ts': `import '../files/paths.js';`,
    'src/platform/files/paths.ts': `export const here = '.';`,
    ...withLine('src/platform/files/file-store.ts', `import '../database/database.js';`),
    ...withLine(
      'src/features/organization/organization.store.ts',
      `import '../../platform/database/schema.js';`,
    ),
  },
  'no-dead-file': { 'src/platform/files/forgotten.ts': `export const forgotten = 1;` },
  'no-broken-import': withLine('src/features/ledger/ledger.service.ts', `import './nowhere.js';`),
  'no-test-code-in-src': withLine(
    'src/features/ledger/ledger.service.ts',
    `import '../../../test/support/some-office.js';`,
  ),
  'no-undeclared-package': withLine('src/platform/files/file-store.ts', `import 'told-nobody';`),
};

/** Two bad lines for rules with more than one way to be broken. */
export const MORE_PLANTS: [rule: string, plant: Files][] = [
  ['no-undeclared-package', withLine('src/platform/files/file-store.ts', `import 'chinese-days';`)],
  ['no-test-code-in-src', withLine('src/main.ts', `import './features/ledger/ledger.service.spec.js';`)],
  ['domain-is-pure', withLine('src/domain/task/task.ts', `import 'node:crypto';`)],
  ['domain-is-pure', withLine('src/domain/task/task.ts', `import 'temporal-polyfill';`)],
  [
    'features-look-up',
    {
      'src/cli.ts': `process.exitCode = 2;`,
      ...withLine('src/features/ledger/ledger.service.ts', `import '../../cli.js';`),
    },
  ],
  ['policy-is-pure', withLine('src/features/organization/organization.policy.ts', `import 'node:os';`)],
];

/** A feature that imports one that stands after it in the line. */
export function impatient(feature: string, later: string): Files {
  return {
    ...withLine('src/app/app.module.ts', `import '../features/${feature}/impatient.module.js';`),
    [`src/features/${feature}/impatient.module.ts`]: `import '../${later}/asked.reader.js';`,
    [`src/features/${later}/asked.reader.ts`]: `export const asked = 1;`,
  };
}
