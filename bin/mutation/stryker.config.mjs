/** One room of the rules at a time; `bin/mutation.mjs` says which. */
const room = process.env['MUTATION_ROOM'];

export default {
  packageManager: 'npm',
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', configFile: 'bin/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  mutate: [`libs/domain/${room}/**/*.ts`, '!libs/domain/**/*.{spec,testing}.ts', '!libs/domain/**/index.ts'],
  ignorePatterns: ['dist', 'docs', 'src', 'web', 'test', '.data', '.tmp'],
  // A sentence's own words are not logic: the examples that would hold them could only repeat them.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 1,
  timeoutMS: 6_000,
  tempDirName: `.tmp/mutation/${room}-sandbox`,
  reporters: ['json', 'html'],
  jsonReporter: { fileName: `.tmp/mutation/${room}.json` },
  htmlReporter: { fileName: `.tmp/mutation/${room}.html` },
};
