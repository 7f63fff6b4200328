/** NestJS 12 and parts of Fastify are ES modules; jest on Node 20 runs them through swc as CommonJS. */
const ESM_PACKAGES = [
  '@nestjs',
  '@fastify',
  '@readyroom',
  'cookie',
  'content-disposition',
  'file-type',
  'strtok3',
  'token-types',
  '@tokenizer',
  '@borewit',
  'uint8array-extras',
  'load-esm',
  'csv-parse',
  'csv-stringify',
  'read-excel-file',
  'write-excel-file',
  'markdown-it',
  'entities',
  'linkify-it',
  'mdurl',
  'uc.micro',
  'playwright-core',
  'openapi-fetch',
  'temporal-polyfill',
  'rrule-temporal',
  'ical-generator',
  'temporal-utils',
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.m?[jt]sx?$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES.join('|')})/)`],
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/test/support/fast-check.cjs',
    '^@readyroom/contract$': '<rootDir>/contract/src/index.ts',
    '^@readyroom/migrations$': '<rootDir>/migrations/index.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.readyroom'],
};

export default {
  // Hooks start servers and clone databases; on a busy machine with two cores that takes more than the usual 5 s.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{api,contract,learn,admin}/src/**/*.spec.ts',
        '<rootDir>/test/project/**/*.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'api',
      testMatch: ['<rootDir>/test/api/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/e2e-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
