/** ESM sources through swc; stack reasons are in docs/adr/0007-jest-on-esm.md. */
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/web'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/open-shared-postgres.mjs',
  globalTeardown: '<rootDir>/test/support/close-shared-postgres.mjs',
  coverageProvider: 'babel',
  testTimeout: 30_000,
  // ES modules of finished suites stay in a process: beyond this heap a worker starts anew instead of slowing down.
  workerIdleMemoryLimit: '1000MB',
  maxWorkers: 2,
};
