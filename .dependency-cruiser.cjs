/**
 * The direction of ARCHITECTURE.md as errors. Prose does not hold a direction; this file does, in `npm run check` and in
 * a guard test that plants a violation of each rule.
 */

/** Each feature may import those before it, never those after it. */
const features = [
  'people',
  'associations',
  'help-requests',
  'matching',
  'notifications',
  'board',
  'conversations',
  'moderation',
  'trust',
  'desk',
  'coordination',
  'activation',
  'directory',
  'support',
  'circles',
  'gatherings',
  'participation',
  'feedback',
];

/** Where the parts are put together: these see every feature, through its front door. */
const compositionRoots = '^src/(main|migrate|app\\.module|roles[^/]*|boot|administration|demonstration)([./]|$)';

/** One rule for each feature: it sees no feature to its right. A feature that is not in the list sees none at all. */
const featureDirection = features.slice(0, -1).map((feature, index) => ({
  name: `feature-direction-${feature}`,
  comment: `${feature} reaches the features to its right by events alone.`,
  severity: 'error',
  from: { path: `^src/features/${feature}/` },
  to: { path: `^src/features/(${features.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-imports-nothing',
      comment: 'Rules need no clock, no database and no package; that is why they can be proven.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.(spec|testing)\\.ts$' },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'domain-tests-import-test-tools-only',
      comment: 'highs: what may be published is found with the solver that the rules are given from outside.',
      severity: 'error',
      from: { path: '^libs/domain/.*\\.(spec|testing)\\.ts$' },
      to: { pathNot: '^(libs/domain/|node_modules/(@jest/globals|fast-check|highs)/)' },
    },
    {
      name: 'domain-program-without-test-tools',
      comment: 'What a test needs stays in files that only tests import.',
      severity: 'error',
      from: { path: '^(libs|src|web)/', pathNot: '\\.(spec|testing)\\.tsx?$' },
      to: { path: '(\\.(spec|testing)\\.tsx?$|^test/)' },
    },
    {
      name: 'contracts-import-zod-only',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^(libs/contracts/|node_modules/zod/)' },
    },
    {
      name: 'twin-imports-domain-only',
      comment: 'Of our code; it may use packages.',
      severity: 'error',
      from: { path: '^libs/twin/' },
      to: { path: '^(libs|src|web|bin|test)/', pathNot: '^libs/(twin|domain)/' },
    },
    {
      name: 'nothing-runs-on-the-twin',
      comment: 'It is a measuring instrument with development packages; production has neither.',
      severity: 'error',
      from: { path: '^(src|web|libs/(domain|contracts))/' },
      to: { path: '^libs/twin/' },
    },
    {
      name: 'libs-know-no-application',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(src|web|bin|test)/' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'Tools without business.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    ...featureDirection,
    {
      name: 'feature-not-in-the-line',
      comment: 'A new feature takes its place in the list of this file before it imports another.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: `^src/features/(${features.join('|')})/` },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'feature-by-its-front-door',
      comment: 'Another feature is its index.ts; what lies behind may change without asking.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/[^/]+/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'feature-by-its-front-door-from-outside',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/features/' },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'features-are-put-together-in-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/features/', compositionRoots] },
      to: { path: '^src/features/' },
    },
    {
      name: 'nothing-imports-the-composition-root',
      severity: 'error',
      from: { path: '^src/(features|platform)/' },
      to: { path: compositionRoots },
    },
    {
      name: 'web-imports-contracts-and-domain-only',
      comment: 'Of our code; what the browser gets is what everybody may read.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|libs|bin|test)/', pathNot: '^libs/(contracts|domain)/' },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { path: '^(src|libs)/' },
      to: { path: '^web/' },
    },
    {
      name: 'bootstrap-needs-no-package',
      comment: 'It runs before there are packages; what Stryker loads comes later.',
      severity: 'error',
      from: { path: '^bin/', pathNot: '\\.spec\\.ts$|^bin/mutation/(room-runner|load-room|collect-tests)\\.mjs$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(src|libs|bin|test)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'production-without-development-packages',
      severity: 'error',
      from: { path: '^(src|libs/(domain|contracts))/', pathNot: '\\.(spec|testing)\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    // Types count: knowing a feature's types is knowing the feature.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
