/** Some files of the rules of one room at a time; `bin/mutation.mjs` says which. */
const room = process.env['MUTATION_ROOM'] ?? '';

export default {
  packageManager: 'npm',
  plugins: [new URL('room-runner.mjs', import.meta.url).pathname],
  testRunner: 'room',
  coverageAnalysis: 'perTest',
  mutate: (process.env['MUTATION_FILES'] ?? '').split(','),
  ignorePatterns: ['dist', 'docs', 'src', 'web', 'test', '.data', '.tmp'],
  // A sentence's own words are not logic: the examples that would hold them could only repeat them.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: Number(process.env['MUTATION_CONCURRENCY'] ?? 1),
  timeoutMS: 6_000,
  tempDirName: '.tmp/mutation/sandbox',
  reporters: ['json', 'html'],
  jsonReporter: { fileName: `.tmp/mutation/${room}.json` },
  htmlReporter: { fileName: `.tmp/mutation/${room}.html` },
  // Nearly all rules also run while tests are put together, which is no reason to warn.
  warnings: { slow: false },
};
