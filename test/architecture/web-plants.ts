import type { Files } from './small-tree.js';

/** The smallest page that has every layer and two features, and breaks no rule. */
export const CLEAN_PAGE: Files = {
  'package.json': JSON.stringify({ name: 'small', type: 'module' }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { jsx: 'react-jsx', module: 'esnext', moduleResolution: 'bundler' },
  }),
  'node_modules/echarts/package.json': JSON.stringify({
    name: 'echarts',
    version: '1.0.0',
    main: 'index.js',
  }),
  'node_modules/echarts/index.js': 'exports.it = 1;',
  'src/domain/day.ts': `export type Day = string;`,
  'web/src/main.tsx': `import './app/routes.js';`,
  'web/src/app/routes.tsx': `
    import '../features/ledger/routes.js';
    import '../features/reporting/routes.js';`,
  'web/src/features/ledger/routes.tsx': `import './ledger-page.js';`,
  'web/src/features/ledger/ledger-page.tsx': `
    import '../../components/light.js';
    import '../../api/client.js';
    import '../../lib/month.js';
    const later = () => import('./light-chart.js'); export const Page = later;`,
  'web/src/features/ledger/light-chart.tsx': `import 'echarts';`,
  'web/src/features/reporting/routes.tsx': `export const routes = [];`,
  'web/src/components/light.tsx': `import '../api/client.js';`,
  'web/src/api/client.ts': `import '../lib/month.js'; import type { Role } from './session-types.js'; export type Who = Role;`,
  'web/src/api/session-types.ts': `export type Role = 'CLERK';`,
  'web/src/lib/month.ts': `import type { Role } from '../api/session-types.js'; export type Who = Role;`,
};

const withLine = (path: string, line: string): Files => ({ [path]: `${CLEAN_PAGE[path]}\n${line}` });

/** For each rule of .dependency-cruiser.web.cjs the bad line it must report. */
export const WEB_PLANTS: readonly (readonly [rule: string, plant: Files])[] = [
  ['web-lib-is-alone', withLine('web/src/lib/month.ts', `import '../components/word.js';`)],
  ['web-api-looks-up', withLine('web/src/api/session-types.ts', `import '../components/word.js';`)],
  [
    'web-components-look-up',
    withLine('web/src/components/light.tsx', `import '../features/reporting/routes.js';`),
  ],
  [
    'web-features-do-not-meet',
    withLine('web/src/features/ledger/ledger-page.tsx', `import '../reporting/routes.js';`),
  ],
  [
    'web-features-do-not-meet',
    withLine('web/src/features/ledger/ledger-page.tsx', `import '../../app/theme.js';`),
  ],
  [
    'web-asks-only-the-contract',
    withLine(
      'web/src/lib/month.ts',
      `import type { Day } from '../../../src/domain/day.js'; export type It = Day;`,
    ),
  ],
  ['web-charts-come-late', withLine('web/src/features/ledger/ledger-page.tsx', `import 'echarts';`)],
  [
    'web-no-circle',
    {
      ...withLine('web/src/lib/month.ts', `import './day.js';`),
      'web/src/lib/day.ts': `import './month.js';`,
    },
  ],
  ['web-no-dead-file', { 'web/src/features/ledger/forgotten-page.tsx': `export const Forgotten = 1;` }],
  ['web-no-broken-import', withLine('web/src/features/ledger/ledger-page.tsx', `import './nowhere.js';`)],
];

/** Files that a plant imports and that break nothing themselves. */
export const WEB_EXTRAS: Files = {
  'web/src/components/word.tsx': `export const word = 1;`,
  'web/src/app/theme.ts': `export const theme = 1;`,
};
