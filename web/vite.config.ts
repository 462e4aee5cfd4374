import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
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

const backend = process.env['BACKEND'] ?? 'http://localhost:3000';

export default defineConfig({
  root: here('.'),
  publicDir: here('./public'),
  plugins: [inlineIcons(), preact({ prefreshEnabled: false, reactAliasesEnabled: false }), serviceWorker()],
  resolve: {
    alias: [{ find: /^@app\/(domain|contracts)\/(.*)\.js$/, replacement: here('../libs') + '/$1/$2.ts' }],
  },
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
