import { availableParallelism } from 'node:os';

/** One project a test size; `npm run test:<size>` selects it. */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: {
    '^@app/(domain|contracts|twin)/(.*)\\.js$': '<rootDir>/libs/$1/$2',
    '^@app/(platform|features)/(.*)\\.js$': '<rootDir>/src/$1/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tmp/'],
};

const project = (displayName, testMatch, extra = {}) => ({ ...shared, displayName, testMatch, ...extra });

/** Projects whose suites may ask for a database server, Redis or processes of ours. */
const withEngines = {
  globalSetup: '<rootDir>/test/support/run/start-run.mjs',
  globalTeardown: '<rootDir>/test/support/run/end-run.mjs',
  setupFilesAfterEnv: ['<rootDir>/test/support/run/patience.mjs'],
};

export default {
  // Suites wait for databases, browsers and processes much of their time, so two share two cores well. No more than
  // four: each brings an application, and often a browser, of its own.
  maxWorkers: Math.min(4, Math.max(2, availableParallelism() - 1)),
  projects: [
    project('pure', ['<rootDir>/{libs,src,bin}/**/*.spec.ts']),
    project('web', ['<rootDir>/web/**/*.spec.ts']),
    project('guards', ['<rootDir>/test/guards/**/*.spec.ts']),
    project('medium', ['<rootDir>/test/medium/**/*.spec.ts'], withEngines),
    project('fault', ['<rootDir>/test/fault/**/*.spec.ts'], withEngines),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts'], withEngines),
  ],
};
