import { fileURLToPath } from 'node:url';
import { runnerImport, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { languageSchema, type Language } from '../../libs/contracts/http/vocabulary.js';

type Sources = Pick<InlineConfig, 'plugins' | 'resolve'>;

const source = fileURLToPath(new URL('first-page.tsx', import.meta.url));
const keptLanguage = 'zb-language';
const empty = '<div id="app"></div>';

/** The pages that are made, each by an address that shows it. */
const paths = { start: '/', 'not-found': '/-' } as const;
const names = ['start', 'not-found'] as const;

/** What the modules of the app look at when they are loaded, and a build has not got. */
const browserOf = (language: Language, path: string) => ({
  location: new URL(path, 'http://localhost/'),
  navigator: { onLine: true },
  addEventListener: () => undefined,
  localStorage: { getItem: (name: string) => (name === keptLanguage ? JSON.stringify(language) : null) },
});

/** Does something as if in the browser of somebody, and leaves this process as it was. */
async function asInBrowser<T>(language: Language, path: string, work: () => Promise<T>): Promise<T> {
  const browser = Object.entries(browserOf(language, path));
  const before = browser.map(([name]) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of browser) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  try {
    return await work();
  } finally {
    for (const [name, was] of before) {
      if (was === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, was);
    }
  }
}

/**
 * Puts the first page beside the empty page of the app, with its words in it: it is there to be read before the script is,
 * and the script takes it over. The page of an address that leads nowhere is made in the same way: it says so without script.
 *
 * @param config how to read the sources of the app
 */
export function firstPages(config: Sources): Plugin {
  return {
    name: 'first-pages',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('There is no page to put the words in.');
      const [shell, sheet, link] = partsOf(bundle, String(page.source));
      const pages: MadePage[] = [];
      for (const language of languageSchema.options) {
        for (const name of names) pages.push(...(await wordsIn(name, language, config)));
      }
      const style = await styleOf([shell, ...pages.map(({ html }) => html)], sheet);
      for (const { name, language, title, html } of pages) {
        const whole = replaced(shell, {
          '<html lang="nl">': `<html lang="${language}">`,
          '<title>Zorgzame Buurten</title>': `<title>${title}</title>`,
          // The words and how they look come first; until the script is there links work as links do.
          '<script type="module"': '<script type="module" fetchpriority="low"',
          // This page can be read without the script: who has none is led to the telephone below it.
          '<main class="zb-wrap zb-main zb-flow">': '<div class="zb-wrap zb-main zb-flow">',
          '</main>': '</div>',
          '<h1 class="utrecht-heading-1">': '<h2 class="utrecht-heading-2">',
          '</h1>': '</h2>',
          [link]: `<style>${style}</style>`,
          [empty]: `<div id="app">${html}</div>`,
          // What the other screens need besides comes after all that is read here.
          '</body>': `${link}</body>`,
        });
        this.emitFile({ type: 'asset', fileName: name, source: whole });
      }
    },
  };
}

interface MadePage {
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  readonly html: string;
}

/** A page, also as a demonstration shows it; each language reads the sources anew, as a browser does. */
async function wordsIn(page: keyof typeof paths, language: Language, config: Sources): Promise<MadePage[]> {
  return asInBrowser(language, paths[page], async () => {
    const { module } = await runnerImport<typeof import('./first-page.js')>(source, { ...config, configFile: false });
    return [
      { name: `${page}-${language}.html`, language, ...module.madePage(page, false) },
      { name: `${page}-${language}-demonstration.html`, language, ...module.madePage(page, true) },
    ];
  });
}

/** The empty page, the style sheet it names, and how it names it. */
function partsOf(bundle: Rollup.OutputBundle, shell: string): readonly [shell: string, sheet: string, link: string] {
  const [link, name] = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/.exec(shell) ?? [];
  const sheet = bundle[name ?? ''];
  if (link === undefined || sheet?.type !== 'asset') throw new Error('The page names no style sheet.');
  return [shell, String(sheet.source), link];
}

/** What of a style sheet the first pages need: one journey to the server less before there is something to read. */
async function styleOf(pages: readonly string[], sheet: string): Promise<string> {
  const { PurgeCSS } = await import('purgecss');
  const [result] = await new PurgeCSS().purge({
    content: pages.map((raw) => ({ raw, extension: 'html' })),
    css: [{ raw: sheet }],
    variables: true,
    keyframes: true,
  });
  return result?.css ?? '';
}

function replaced(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`The page has no ${from}`);
    return whole.replace(from, () => to);
  }, text);
}
