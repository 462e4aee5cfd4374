import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type ResolvedConfig } from 'vite';

const entry = fileURLToPath(new URL('service-worker.js', import.meta.url));

/** Files of a program: their names change with their content. */
const ofProgram = /-[\w-]{8,}\.(js|css|woff2)$/;

interface Shelved {
  readonly url: string;
  /** Null when the name says the version already. */
  readonly revision: string | null;
}

async function programIn(folder: string): Promise<readonly Shelved[]> {
  const page = await readFile(join(folder, 'index.html'));
  const names = (await readdir(join(folder, 'assets'))).filter((name) => ofProgram.test(name));
  return [
    { url: '/', revision: createHash('sha256').update(page).digest('hex').slice(0, 16) },
    ...names.map((name) => ({ url: `/assets/${name}`, revision: null })),
  ];
}

/** Builds the service worker after the app, because it has to know which files the app is made of. */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  let written = false;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      written = true;
    },
    async closeBundle() {
      // A build that failed says itself why.
      if (!written) return;
      const { outDir } = config.build;
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: {
          __PROGRAM__: JSON.stringify(await programIn(outDir)),
          'process.env.NODE_ENV': '"production"',
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry, name: 'worker', formats: ['iife'], fileName: () => 'service-worker.js' },
        },
      });
    },
  };
}
