import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Text of files by their path inside a tree. */
export type Files = Record<string, string>;

const packageFile = (name: string): Files => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'exports.it = 1;',
});

/** The smallest tree that has every layer, two features and a policy, and breaks no rule. */
const CLEAN: Files = {
  'package.json': JSON.stringify({
    name: 'small',
    type: 'module',
    dependencies: { 'temporal-polyfill': '1', typeorm: '1' },
    devDependencies: { 'chinese-days': '1' },
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', moduleResolution: 'nodenext' } }),
  ...packageFile('temporal-polyfill'),
  ...packageFile('typeorm'),
  ...packageFile('chinese-days'),
  ...packageFile('told-nobody'),
  'src/main.ts': `import './app/app.module.js';`,
  'src/app/app.module.ts': `
    import '../features/organization/organization.module.js';
    import '../features/ledger/ledger.module.js';
    import '../migrations/first.js';`,
  'src/migrations/first.ts': `import '../platform/database/database.js';`,
  'src/domain/refusal.ts': `export class DomainError {}`,
  'src/domain/calendar/day.ts': `import 'temporal-polyfill'; import '../refusal.js';`,
  'src/domain/light/light.ts': `import '../calendar/day.js';`,
  'src/domain/task/task.ts': `import '../calendar/day.js';`,
  'src/platform/auth/actor.ts': `export interface Actor { post: string }`,
  'src/platform/database/database.ts': `import 'typeorm';`,
  'src/platform/files/file-store.ts': `import 'node:fs';`,
  'src/features/organization/organization.module.ts': `
    import './organization.service.js';
    import './organization.reader.js';`,
  'src/features/organization/organization.service.ts': `
    import './organization.policy.js';
    import './organization.store.js';`,
  'src/features/organization/organization.reader.ts': `import './organization.store.js';`,
  'src/features/organization/organization.store.ts': `
    import 'typeorm';
    import '../../platform/database/database.js';`,
  'src/features/organization/organization.policy.ts': `import type { Actor } from '../../platform/auth/actor.js';`,
  'src/features/ledger/ledger.module.ts': `
    import './ledger.service.js';
    import '../organization/organization.module.js';`,
  'src/features/ledger/ledger.service.ts': `
    import '../organization/organization.reader.js';
    import '../../domain/light/light.js';
    import '../../domain/task/task.js';
    import '../../platform/files/file-store.js';`,
  'src/features/ledger/ledger.service.spec.ts': `
    import 'chinese-days';
    import './ledger.service.js';
    import '../../../test/support/some-office.js';`,
  'test/support/some-office.ts': `import '../../src/app/app.module.js';`,
};

/** Writes the small tree with `plant` laid over it into `folder`. */
export async function writeSmallTree(folder: string, plant: Files): Promise<void> {
  for (const [path, text] of Object.entries({ ...CLEAN, ...plant })) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** A line added to a file of the clean tree. */
export function withLine(path: keyof typeof CLEAN, line: string): Files {
  return { [path]: `${CLEAN[path]}\n${line}` };
}
