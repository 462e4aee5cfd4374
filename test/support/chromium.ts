import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackArchive, unpackProgram } from './unpack.js';

/** A browser program and the variables it needs beside those of this process. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const systemPrograms = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const cacheRoot = fileURLToPath(new URL('../../node_modules/.cache/zb-chromium/', import.meta.url));

/**
 * The Chromium of this machine, or else the one inside the npm package @sparticuz/chromium.
 * The package's own unpacking is not used: it leaves a half-written program behind when it is killed, in a folder that
 * all users of the machine share, and skips the libraries outside Amazon's machines.
 */
export async function browserProgram(): Promise<BrowserProgram> {
  const installed = systemPrograms.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, env: {} };
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..', 'bin');
  const program = await unpackOnce('chromium', (folder) =>
    unpackProgram(join(packed, 'chromium.br'), join(folder, 'chromium')),
  );
  // Without it the browser has no software renderer for its own drawing.
  const renderer = await unpackOnce('swiftshader', (folder) =>
    unpackArchive(join(packed, 'swiftshader.tar.br'), folder),
  );
  const libraries = systemHas('libnss3.so')
    ? []
    : [join(await unpackOnce('al2023', (folder) => unpackArchive(join(packed, 'al2023.tar.br'), folder)), 'lib')];
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: await unpackOnce('fonts', (folder) => unpackArchive(join(packed, 'fonts.tar.br'), folder)) };
  const searched = [...libraries, renderer, process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':');
  return { executablePath: join(program, 'chromium'), env: { ...fonts, LD_LIBRARY_PATH: searched } };
}

function systemHas(library: string): boolean {
  try {
    return execFileSync('ldconfig', ['-p'], {
      encoding: 'utf8',
      env: { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' },
    }).includes(library);
  } catch {
    return false;
  }
}

/** Unpacks into a draft that is moved into place when whole; several suites may try at once. */
async function unpackOnce(name: string, unpack: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheRoot, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheRoot, { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  try {
    await unpack(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
