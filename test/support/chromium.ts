import { spawn, execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

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
    decompress(join(packed, 'chromium.br'), join(folder, 'chromium')),
  );
  // Without it the browser has no software renderer for its own drawing.
  const renderer = await unpackOnce('swiftshader', (folder) => untar(join(packed, 'swiftshader.tar.br'), folder));
  const libraries = systemHas('libnss3.so')
    ? []
    : [join(await unpackOnce('al2023', (folder) => untar(join(packed, 'al2023.tar.br'), folder)), 'lib')];
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: await unpackOnce('fonts', (folder) => untar(join(packed, 'fonts.tar.br'), folder)) };
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
  await unpack(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

async function untar(archive: string, folder: string): Promise<void> {
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(tar, 'close');
  await pipeline(createReadStream(archive), createBrotliDecompress(), tar.stdin);
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`${archive} could not be unpacked.`);
}
