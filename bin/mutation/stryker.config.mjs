/** One file of the rules at a time; `bin/mutation.mjs` says which. */
const file = process.env['MUTATION_FILE'];

export default {
  packageManager: 'npm',
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', configFile: 'bin/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  mutate: [file],
  ignorePatterns: ['dist', 'docs', 'src', 'web', 'test', '.data', '.tmp'],
  // A sentence's own words are not logic: the examples that would hold them could only repeat them.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 1,
  timeoutMS: 6_000,
  tempDirName: '.tmp/mutation/sandbox',
  reporters: ['json', 'html'],
  jsonReporter: { fileName: `.tmp/mutation/${file}.json` },
  htmlReporter: { fileName: `.tmp/mutation/${file}.html` },
  // Nearly all rules also run while tests are put together, which is no reason to warn.
  warnings: { slow: false },
};
