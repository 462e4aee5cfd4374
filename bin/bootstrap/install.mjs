import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { root, runStep } from './run-step.mjs';

const stampFile = new URL('node_modules/.zb-stamp', root);

/** Native packages differ by Node version and machine, so those count as much as the lock file. */
function wantedStamp() {
  return createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .update(`${process.version} ${process.platform} ${process.arch}`)
    .digest('hex');
}

/**
 * Installs exactly what the lock says when node_modules is missing or stale.
 * `npm ci` refuses wherever a registry lacks an optional binary for another platform; this form does not.
 * @returns {Promise<boolean>} whether the packages are there
 */
export async function installIfStale() {
  const wanted = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return true;
  rmSync(stampFile, { force: true });
  const options = ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev'];
  const npm = process.env.npm_execpath;
  const { ok } = npm?.endsWith('.js')
    ? await runStep('Installing packages', process.execPath, [npm, ...options])
    : await runStep('Installing packages', 'npm', options);
  if (ok) writeFileSync(stampFile, wanted);
  return ok;
}
