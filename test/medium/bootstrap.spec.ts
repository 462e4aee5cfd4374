import { beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProcess } from '../support/child-process.js';
import { eventually } from '../support/eventually.js';
import { temporaryFolder } from '../support/temp-folder.js';

const bin = fileURLToPath(new URL('../../bin', import.meta.url));

/**
 * Programs that stand in for npm, nest, vite and jest: they write down that they ran and leave what the real ones would.
 * `npm start` itself, with the real ones, is what every journey starts from.
 */
const npm = `
import { appendFileSync, cpSync, existsSync } from 'node:fs';
appendFileSync('ran', 'npm ' + process.argv.slice(2).join(' ') + '\\n');
if (existsSync('npm-fails')) { console.log('no such package'); process.exit(9); }
cpSync('packages', 'node_modules', { recursive: true });
`;
const nest = `
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
appendFileSync('ran', 'nest\\n');
if (existsSync('src/broken.ts')) { console.log('broken.ts does not parse'); process.exit(1); }
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/src', { recursive: true });
writeFileSync('dist/src/main.js', \`
  process.on('SIGTERM', () => { console.log('stopped in order'); process.exit(7); });
  setInterval(() => undefined, 9e3);
  console.log('ready ' + process.pid);
\`);
`;
const vite = `
import { appendFileSync, mkdirSync } from 'node:fs';
appendFileSync('ran', 'vite\\n');
mkdirSync('dist/web', { recursive: true });
`;
const jest = `
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
const flag = process.argv.find((argument) => argument.startsWith('--outputFile='));
const suite = process.argv[process.argv.indexOf('--selectProjects') + 1];
if (existsSync(suite)) writeFileSync(flag.slice('--outputFile='.length), readFileSync(suite));
if (existsSync('hang-' + suite)) {
  const worker = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 9e3)']);
  writeFileSync('worker', String(worker.pid));
} else process.exit(existsSync('exit-' + suite) ? 1 : 0);
`;
const jestConfig = `export default { projects: [{ displayName: 'e2e' }, { displayName: 'pure' }] };`;

let checkout: string;

function write(path: string, content: string): void {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), content);
}
const ran = (): string[] => {
  const lines = existsSync(join(checkout, 'ran')) ? readFileSync(join(checkout, 'ran'), 'utf8').trim().split('\n') : [];
  rmSync(join(checkout, 'ran'), { force: true });
  return lines.map((line) => line.split(' ')[0]!);
};
const env = (): Record<string, string> => ({ npm_execpath: join(checkout, 'npm-cli.js') });

async function start(): Promise<string> {
  const child = await startProcess({ entry: join(checkout, 'bin/start.mjs'), cwd: '/', env: env() });
  const [, pid] = await child.waitForLine(/^ready (\d+)$/m);
  expect(Number(pid)).toBe(child.pid);
  expect(await child.kill('SIGTERM')).toEqual({ code: 7, signal: null });
  expect(child.output()).toContain('stopped in order');
  return child.output();
}

async function run(script: string, more: Record<string, string> = {}): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const options = { cwd: '/', env: { PATH: process.env['PATH'], ...env(), ...more } };
    execFile(process.execPath, [join(checkout, 'bin', script)], options, (error, stdout) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout }),
    );
  });
}

beforeEach(() => {
  checkout = join(temporaryFolder('zb-checkout-'), 'Zórgzame buurten ë 1');
  cpSync(bin, join(checkout, 'bin'), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{}');
  write('npm-cli.js', npm);
  write('packages/@nestjs/cli/bin/nest.js', nest);
  write('packages/vite/bin/vite.js', vite);
  write('packages/jest/bin/jest.js', jest);
  write('src/main.ts', 'one');
  write('jest.config.js', jestConfig);
});

describe('npm start', () => {
  it('installs and builds on a fresh clone, hands signals and exit code to the application, and is quick after', async () => {
    await start();
    expect(ran()).toEqual(['npm', 'nest']);
    expect(await start()).not.toMatch(/Installing|Building/);
    expect(ran()).toEqual([]);
  });

  it('builds again what changed, and only that', async () => {
    write('web/vite.config.ts', 'export default {};');
    await start();
    expect(ran()).toEqual(['npm', 'nest', 'vite']);
    write('web/app.tsx', 'one');
    await start();
    expect(ran()).toEqual(['vite']);
    write('src/main.spec.ts', 'a test is no part of the program');
    await start();
    expect(ran()).toEqual([]);
    // The server's build empties the folder that holds the web app too.
    write('src/main.ts', 'two');
    await start();
    expect(ran()).toEqual(['nest', 'vite']);
  });

  it('installs again when the lock file changed, and when an install was cut short', async () => {
    await start();
    ran();
    write('package-lock.json', '{ "changed": true }');
    await start();
    expect(ran()[0]).toBe('npm');
    rmSync(join(checkout, 'node_modules/.zb-stamp'));
    await start();
    expect(ran()).toEqual(['npm']);
  });

  it('stops with what went wrong when packages or sources do not work, and recovers when they do', async () => {
    write('npm-fails', '');
    expect(await run('start.mjs')).toEqual({
      code: 1,
      output: expect.stringMatching(/exit code 9[^]*no such package/),
    });
    rmSync(join(checkout, 'npm-fails'));
    write('src/broken.ts', '');
    expect(await run('start.mjs')).toEqual({ code: 1, output: expect.stringContaining('broken.ts does not parse') });
    rmSync(join(checkout, 'src/broken.ts'));
    await start();
  });
});

describe('npm test', () => {
  const report = (passed: number, failed = 0, skipped = 0, broken = 0): string =>
    JSON.stringify({
      numPassedTests: passed,
      numFailedTests: failed,
      numPendingTests: skipped,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: broken,
    });
  const lastLine = (output: string): string | undefined => output.trimEnd().split('\n').at(-1);

  it('ends with the sum over all suites, alone on the last line', async () => {
    write('pure', report(40));
    write('e2e', report(2));
    const { code, output } = await run('test.mjs');
    expect([code, lastLine(output)]).toEqual([0, '42 passed, 0 failed']);
    expect(output.indexOf('pure')).toBeLessThan(output.indexOf('e2e'));
  });

  it('counts what failed, what was skipped, and files that could not be run', async () => {
    write('pure', report(40, 1, 3));
    write('e2e', report(0, 0, 0, 2));
    const { code, output } = await run('test.mjs');
    expect([code, lastLine(output)]).toEqual([1, '40 passed, 3 failed, 3 skipped']);
  });

  it('counts a suite that left no report as a failure', async () => {
    write('pure', report(40));
    const { code, output } = await run('test.mjs');
    expect([code, lastLine(output)]).toEqual([1, '40 passed, 1 failed']);
  });

  it('counts a suite that ended badly with every test green as a failure', async () => {
    write('pure', report(40));
    write('e2e', report(2));
    write('exit-e2e', '');
    const { code, output } = await run('test.mjs');
    expect([code, lastLine(output)]).toEqual([1, '42 passed, 1 failed']);
  });

  it('kills a suite that does not end, with its workers, counts it as a failure and goes on', async () => {
    write('pure', report(40));
    write('hang-pure', '');
    write('e2e', report(2));
    const { code, output } = await run('test.mjs', { TEST_SUITE_MINUTES: '0.05' });
    expect([code, lastLine(output)]).toEqual([1, '42 passed, 1 failed']);
    const worker = Number(readFileSync(join(checkout, 'worker'), 'utf8'));
    await eventually(
      () => existsSync(`/proc/${worker}/cwd`),
      (runs) => !runs,
    );
  });

  it('fails when the program cannot be built', async () => {
    write('src/broken.ts', '');
    const { code, output } = await run('test.mjs');
    expect([code, lastLine(output)]).toEqual([1, '0 passed, 1 failed']);
  });
});
