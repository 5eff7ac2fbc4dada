/**
 * Which way the web front may look: app → features → components → api → lib, never back, and no feature into another.
 * Every rule here has a planted violation in test/architecture/web-rules.spec.ts.
 */

const SPEC = '\\.spec\\.ts$';
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule(
      'web-lib-is-alone',
      'lib holds plain helpers; of the api it may know types only. Move what needs the service to api or components.',
      { path: '^web/src/lib/', pathNot: SPEC },
      { path: '^web/src/', pathNot: '^web/src/(lib/|api/session-types\\.ts$)' },
    ),
    rule(
      'web-api-looks-up',
      'api asks the service and knows no part of the page.',
      { path: '^web/src/api/', pathNot: SPEC },
      { path: '^web/src/', pathNot: '^web/src/(api|lib)/' },
    ),
    rule(
      'web-components-look-up',
      'components are for every feature, so they know api and lib and none of the features.',
      { path: '^web/src/components/', pathNot: SPEC },
      { path: '^web/src/', pathNot: '^web/src/(components|api|lib)/' },
    ),
    rule(
      'web-features-do-not-meet',
      'A feature of the page imports components, api and lib. Lead to another feature by its address; move what both need to components.',
      { path: '^web/src/features/([^/]+)/' },
      { path: '^web/src/', pathNot: '^web/src/(features/$1|components|api|lib)/' },
    ),
    rule(
      'web-asks-only-the-contract',
      'The page knows the service by its interface (openapi.json), not by its code.',
      { path: '^web/src/', pathNot: SPEC },
      { path: '^(src|test|bench)/' },
    ),
    rule(
      'web-charts-come-late',
      'echarts is larger than a first page may be; import it in a *-chart.tsx that is loaded with lazy().',
      { path: '^web/src/', pathNot: '-chart\\.tsx$' },
      { path: '(^|/)node_modules/echarts/' },
    ),
    rule(
      'web-no-circle',
      'These files import one another in a ring; move what both need below both.',
      { path: '^web/src/' },
      { circular: true },
    ),
    rule(
      'web-no-dead-file',
      'main.tsx does not reach this page: add its routes to app/routes.tsx, or delete it.',
      { path: '^web/src/main\\.tsx$' },
      {
        path: '^web/src/(app|features)/',
        pathNot: [SPEC, '^web/src/main\\.tsx$', '\\.d\\.ts$', '/texts/'],
        reachable: false,
      },
    ),
    rule(
      'web-no-broken-import',
      'This import leads nowhere; relative imports name a file and end in .js.',
      { path: '^web/src/' },
      { couldNotResolve: true },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules'] },
    enhancedResolveOptions: {
      conditionNames: ['import', 'browser', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts', '.css'],
    },
  },
};
