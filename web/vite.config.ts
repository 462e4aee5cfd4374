import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin, type PluginOption } from 'vite';
import { firstPages } from './first-page/build-first-page.js';
import { serviceWorker } from './worker/build-worker.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const QUERY = '?icon';
const ICON = `.svg${QUERY}`;

/** `import dog from '….svg?icon'` gives the drawing inside the svg, so that an icon is a few bytes of the bundle. */
function inlineIcons(): Plugin {
  return {
    name: 'inline-icons',
    enforce: 'pre',
    resolveId(id) {
      if (!id.endsWith(ICON)) return null;
      return fileURLToPath(import.meta.resolve(id.slice(0, -QUERY.length))) + QUERY;
    },
    async load(id) {
      if (!id.endsWith(ICON)) return null;
      const svg = await readFile(id.slice(0, -QUERY.length), 'utf8');
      const drawing = svg
        .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
        .replace(/<path stroke="none"[^>]*\/>/, '')
        .replace(/\s*\n\s*/g, '')
        .replaceAll(' />', '/>');
      return `export default ${JSON.stringify(drawing)}`;
    },
  };
}

/** Each file is a journey to the server and back on a slow telephone: what always comes together comes in one file. */
const firstPage = {
  // The sheet of the pages that the server makes is an entry of its own.
  test: (id: string) => !id.endsWith('/pages.css'),
  name: 'first',
  tags: ['$initial' as const],
  priority: 2,
};
const severalScreens = {
  name: 'parts',
  test: /[\\/](web[\\/](parts|places|realtime|session)|@tabler)[\\/]/,
  minShareCount: 3,
  priority: 1,
};

const backend = process.env['BACKEND'] ?? 'http://localhost:3000';

const ofSources = (): PluginOption[] => [inlineIcons(), preact({ prefreshEnabled: false, reactAliasesEnabled: false })];
const resolve = {
  alias: [{ find: /^@app\/(domain|contracts)\/(.*)\.js$/, replacement: here('../libs') + '/$1/$2.ts' }],
};

export default defineConfig({
  root: here('.'),
  publicDir: here('./public'),
  plugins: [...ofSources(), firstPages({ plugins: ofSources(), resolve }), serviceWorker()],
  resolve,
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // A data: address in a style sheet is refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { app: here('./index.html'), pages: here('./styles/pages.css') },
      output: {
        // The server links this sheet by name from the pages it makes itself.
        assetFileNames: ({ names }) =>
          names.includes('pages.css') ? 'assets/pages.css' : 'assets/[name]-[hash][extname]',
        codeSplitting: { groups: [firstPage, severalScreens] },
      },
    },
  },
  server: {
    proxy: {
      '^/(v1|demo|antwoord)(/|$)': backend,
      '/realtime': { target: backend, ws: true },
    },
  },
});
