/**
 * Which way things may look. The comment of a rule is written for the person who trips over it.
 * Every rule here has a planted violation in test/architecture/dependency-rules.spec.ts.
 */

/** The features in their order: each may read those before it, never those after it. Add a new one in its place. */
// prettier-ignore
const FEATURES = [
  'organization', 'identity', 'calendar', 'ledger', 'evidence', 'reporting', 'decisions', 'litigation', 'enforcement',
  'demonstration', 'outreach', 'lawyers', 'dispatch', 'reminders', 'meetings', 'papers', 'dashboard',
];

const ENTRY_POINTS =
  '^src/(main|worker|cli|platform/office/office-child|platform/backup/database-thread)\\.ts$';
const SPEC = '\\.spec\\.ts$';

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const layers = [
  rule(
    'domain-is-pure',
    'The domain imports the domain and nothing else: no package, no node:, no type of the database. Hand facts in as arguments.',
    { path: '^src/domain/', pathNot: ['^src/domain/calendar/', SPEC] },
    { pathNot: '^src/domain/' },
  ),
  rule(
    'calendar-is-pure',
    'domain/calendar may use temporal-polyfill besides the domain itself, and nothing else.',
    { path: '^src/domain/calendar/', pathNot: SPEC },
    { pathNot: ['^src/domain/', '(^|/)node_modules/temporal-polyfill/'] },
  ),
  rule(
    'theories-know-only-the-calendar',
    'Theories (task, light, reminder, phrases …) know domain/calendar and domain/refusal.ts, not one another. Let the caller pass what the other one has found.',
    { path: '^src/domain/([^/]+)/' },
    { path: '^src/domain/', pathNot: ['^src/domain/($1|calendar)/', '^src/domain/refusal\\.ts$'] },
  ),
  rule(
    'platform-looks-up',
    'The platform knows the machine, not the product: it imports the domain and the platform. Declare a port and let the feature fill it in.',
    { path: '^src/platform/' },
    { path: '^src/', pathNot: '^src/(domain|platform)/' },
  ),
  rule(
    'features-look-up',
    'A feature imports the domain, the platform and features, never src/app, migrations or an entry point.',
    { path: '^src/features/' },
    { path: '^src/', pathNot: '^src/(domain|platform|features)/' },
  ),
  rule(
    'migrations-stand-alone',
    'A migration describes tables as they were on its day; it may use platform/database and nothing that changes later.',
    { path: '^src/migrations/' },
    { path: '^src/', pathNot: '^src/(migrations|platform/database)/' },
  ),
  rule(
    'app-looks-up',
    'src/app puts everything together and is imported by entry points only; it does not import them.',
    { path: '^src/app/' },
    { path: '^src/[^/]+\\.ts$' },
  ),
  rule(
    'unknown-layer',
    'src holds domain, platform, features, app, migrations and the entry points; a new layer is a decision record first.',
    {},
    {
      path: '^src/',
      pathNot: ['^src/(domain|platform|features|app|migrations)/', ENTRY_POINTS],
    },
  ),
];

const features = [
  ...FEATURES.slice(0, -1).map((feature, place) =>
    rule(
      `${feature}-looks-up`,
      `${feature} stands before the feature it imports. Record an event in the same unit of work and give the later feature a job for it, or move the deed.`,
      { path: `^src/features/${feature}/` },
      { path: `^src/features/(${FEATURES.slice(place + 1).join('|')})/` },
    ),
  ),
  rule(
    'unknown-feature',
    'This folder is not in the FEATURES line of .dependency-cruiser.cjs, so its place in the order is not decided.',
    { path: '^src/features/', pathNot: `^src/features/(${FEATURES.join('|')})/` },
    {},
  ),
  rule(
    'features-meet-at-the-reader',
    'Another feature shows its *.reader.ts, its *.module.ts, the events it tells or hears (*.topic.ts) and its *.deeds.ts (ADR 0019). Ask the reader a narrow question, or add one to it.',
    { path: '^src/features/([^/]+)/', pathNot: SPEC },
    {
      path: '^src/features/',
      pathNot: ['^src/features/$1/', '^src/features/[^/]+/[^/]+\\.(reader|module|topic|deeds)\\.ts$'],
    },
  ),
  rule(
    'stores-stay-inside',
    'Only the feature itself may touch its store, policy, presenter and request shapes; the app wires modules and calls services.',
    { path: '^src/(app/|[^/]+\\.ts$)', pathNot: SPEC },
    { path: '^src/features/.*(\\.(store|policy|controller)|/requests|/present-[^/]+)\\.ts$' },
  ),
  rule(
    'policy-is-pure',
    'A policy reads like the regulation: domain types and the actor, nothing that loads or saves.',
    { path: '\\.policy\\.ts$' },
    { pathNot: ['^src/domain/', '^src/platform/auth/actor\\.ts$'] },
  ),
  rule(
    'only-stores-know-typeorm',
    'In a feature the ORM is for *.store.ts and *.entity.ts; *.module.ts may register them. Services ask the store.',
    { path: '^src/features/', pathNot: ['\\.(store|entity|module)\\.ts$', SPEC] },
    { path: '(^|/)node_modules/(@nestjs/)?typeorm/' },
  ),
];

const hygiene = [
  rule(
    'no-circle-of-files',
    'These files import one another in a ring; move what both need below both.',
    {},
    { circular: true },
  ),
  {
    ...rule(
      'no-circle-of-folders',
      'These folders import one another in a ring, even if no two files do; one of the two directions is wrong.',
      { path: '^src' },
      { circular: true },
    ),
    scope: 'folder',
  },
  rule(
    'no-dead-file',
    'No entry point reaches this file: wire it up or delete it.',
    { path: ENTRY_POINTS },
    { path: '^src/', pathNot: [SPEC, ENTRY_POINTS], reachable: false },
  ),
  rule(
    'no-broken-import',
    'This import leads nowhere; relative imports name a file and end in .js.',
    {},
    { couldNotResolve: true },
  ),
  rule(
    'no-test-code-in-src',
    'The product may not import a spec or anything under test/.',
    { path: '^src/', pathNot: SPEC },
    { path: ['^test/', SPEC] },
  ),
  rule(
    'no-undeclared-package',
    'The product imports what "dependencies" of package.json names; a dev dependency is not there in production.',
    { path: '^src/', pathNot: SPEC },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional'] },
  ),
];

module.exports = {
  forbidden: [...layers, ...features, ...hygiene],
  options: {
    // A type that is imported is still knowledge of the other file, so type-only imports count.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^test/'] },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
