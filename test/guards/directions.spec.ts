import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../support/temp-folder.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** Rule broken by each file, for every file that breaks one: "rule: file". */
async function violationsIn(folder: string): Promise<string[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = ['src', 'libs', 'web', 'bin', 'test', '--config', join(root, '.dependency-cruiser.cjs')];
  const output = await new Promise<string>((resolve) => {
    const options = { cwd: folder, maxBuffer: 200_000_000 };
    execFile(process.execPath, [program, ...args, '--output-type', 'json'], options, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const { summary } = JSON.parse(output) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(15);
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].toSorted();
}

/** What each file imports, and the rule that this breaks; null where it is allowed. */
const planted: Record<string, { imports: string; breaks: string | null }> = {
  'libs/domain/kernel/time.ts': { imports: '', breaks: null },
  'libs/domain/kernel/clock.ts': { imports: 'zod', breaks: 'domain-imports-nothing' },
  'libs/domain/kernel/random.ts': { imports: 'node:crypto', breaks: 'domain-imports-nothing' },
  'libs/domain/kernel/shape.ts': { imports: '../../contracts/board.js', breaks: 'domain-imports-nothing' },
  'libs/domain/kernel/time.spec.ts': { imports: 'typeorm', breaks: 'domain-tests-import-test-tools-only' },
  'libs/domain/kernel/fine.spec.ts': { imports: 'fast-check', breaks: null },
  'libs/domain/kernel/tested.ts': { imports: './fine.spec.js', breaks: 'domain-program-without-test-tools' },
  'libs/domain/kernel/one.ts': { imports: './two.js', breaks: 'no-cycles' },
  // Of a circle one file is reported.
  'libs/domain/kernel/two.ts': { imports: './one.js', breaks: null },
  'libs/contracts/board.ts': { imports: 'zod', breaks: null },
  'libs/contracts/row.ts': { imports: 'typeorm', breaks: 'contracts-import-zod-only' },
  'libs/contracts/rule.ts': { imports: '@app/domain/kernel/time.js', breaks: 'contracts-import-zod-only' },
  'libs/twin/world.ts': { imports: '@app/domain/kernel/time.js', breaks: null },
  'libs/twin/answer.ts': { imports: '@app/contracts/board.js', breaks: 'twin-imports-domain-only' },
  'libs/domain/kernel/measured.ts': { imports: '../../twin/world.js', breaks: 'nothing-runs-on-the-twin' },
  'libs/twin/store.ts': { imports: '@app/platform/clock.js', breaks: 'libs-know-no-application' },
  'src/platform/clock.ts': { imports: '@app/domain/kernel/time.js', breaks: null },
  'src/platform/reach.ts': { imports: '@app/features/people/index.js', breaks: 'platform-knows-no-feature' },
  'src/features/people/index.ts': { imports: '@app/platform/clock.js', breaks: null },
  'src/features/people/person.store.ts': { imports: '', breaks: null },
  'src/features/matching/index.ts': { imports: '@app/features/people/index.js', breaks: null },
  'src/features/matching/behind.ts': {
    imports: '@app/features/people/person.store.js',
    breaks: 'feature-by-its-front-door',
  },
  'src/features/unknown/index.ts': { imports: '@app/features/people/index.js', breaks: 'feature-not-in-the-line' },
  'src/features/people/upward.ts': { imports: '../../boot/engines.js', breaks: 'nothing-imports-the-composition-root' },
  'src/boot/engines.ts': { imports: '@app/features/matching/index.js', breaks: null },
  'src/app.module.ts': { imports: '@app/features/people/index.js', breaks: null },
  'src/boot/behind.ts': {
    imports: '@app/features/people/person.store.js',
    breaks: 'feature-by-its-front-door-from-outside',
  },
  'src/elsewhere.ts': { imports: '@app/features/people/index.js', breaks: 'features-are-put-together-in-one-place' },
  'src/page.ts': { imports: '../web/app.js', breaks: 'server-knows-no-web' },
  'src/gone.ts': { imports: './nowhere.js', breaks: 'resolvable' },
  'src/development.ts': { imports: 'fast-check', breaks: 'production-without-development-packages' },
  'web/app.ts': { imports: '@app/contracts/board.js', breaks: null },
  'web/server.ts': { imports: '@app/platform/clock.js', breaks: 'web-imports-contracts-and-domain-only' },
  'bin/start.mjs': { imports: 'zod', breaks: 'bootstrap-needs-no-package' },
  'test/guards/any.spec.ts': { imports: '@app/platform/clock.js', breaks: null },
};

/** The line of ARCHITECTURE.md, written out: every feature in it must be kept from reaching its right neighbour. */
const line = (
  'people associations help-requests matching notifications board conversations moderation trust desk coordination ' +
  'activation directory support circles gatherings participation feedback'
).split(' ');
for (const [index, feature] of line.entries()) {
  planted[`src/features/${feature}/index.ts`] ??= { imports: '', breaks: null };
  const right = line[index + 1];
  if (!right) continue;
  const reach = { imports: `@app/features/${right}/index.js`, breaks: `feature-direction-${feature}` };
  planted[`src/features/${feature}/reach.ts`] = reach;
}

function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** A small checkout in which every rule is broken once, with packages that hold nothing but a name. */
function plant(): string {
  const folder = temporaryFolder('zb-directions-');
  copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  const packages = { dependencies: { zod: '1', typeorm: '1' }, devDependencies: { 'fast-check': '1' } };
  write(folder, 'package.json', JSON.stringify({ name: 'planted', type: 'module', ...packages }));
  for (const name of ['zod', 'typeorm', 'fast-check']) {
    write(folder, `node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', exports: './index.js' }));
    write(folder, `node_modules/${name}/index.js`, 'export default 1;\n');
  }
  for (const [path, { imports }] of Object.entries(planted))
    write(
      folder,
      path,
      imports ? `import * as imported from '${imports}';\nexport default imported;\n` : 'export {};\n',
    );
  return folder;
}

describe('the direction of the house', () => {
  let found: string[] = [];
  beforeAll(async () => {
    found = await violationsIn(plant());
  }, 60_000);

  const named = Object.entries(planted).map(([file, { imports, breaks }]) => ({ file, imports, breaks }));
  it.each(named.filter(({ breaks }) => breaks !== null))('refuses $imports in $file ($breaks)', ({ file, breaks }) => {
    expect(found).toContain(`${breaks}: ${file}`);
  });

  it.each(named.filter(({ breaks }) => breaks === null))('allows "$imports" in $file', ({ file }) => {
    expect(found.filter((violation) => violation.endsWith(`: ${file}`))).toEqual([]);
  });

  it('has a planted violation for every rule', async () => {
    const { default: config } = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    const broken = new Set(found.map((violation) => violation.split(':')[0]));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });

  it('holds in this tree', async () => {
    expect(await violationsIn(root)).toEqual([]);
  }, 60_000);
});
