import { fileURLToPath } from 'node:url';
import { runnerImport, type InlineConfig, type Plugin } from 'vite';
import { languageSchema, type Language } from '../../libs/contracts/http/vocabulary.js';

type Sources = Pick<InlineConfig, 'plugins' | 'resolve'>;

const source = fileURLToPath(new URL('first-page.tsx', import.meta.url));
const keptLanguage = 'zb-language';
const empty = '<div id="app"></div>';

/** What the modules of the app look at when they are loaded, and a build has not got. */
const browserOf = (language: Language) => ({
  location: new URL('http://localhost/'),
  navigator: { onLine: true },
  addEventListener: () => undefined,
  localStorage: { getItem: (name: string) => (name === keptLanguage ? JSON.stringify(language) : null) },
});

/** Does something as if in the browser of somebody, and leaves this process as it was. */
async function asInBrowser<T>(language: Language, work: () => Promise<T>): Promise<T> {
  const browser = Object.entries(browserOf(language));
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
 * and the script takes it over.
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
      const shell = String(page.source);
      for (const language of languageSchema.options) {
        for (const { mark, title, html } of await wordsIn(language, config)) {
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
            [empty]: `<div id="app">${html}</div>`,
          });
          this.emitFile({ type: 'asset', fileName: `start-${language}${mark}.html`, source: whole });
        }
      }
    },
  };
}

/** The first page, also as a demonstration shows it; each language reads the sources anew, as a browser does. */
async function wordsIn(language: Language, config: Sources) {
  return asInBrowser(language, async () => {
    const { module } = await runnerImport<typeof import('./first-page.js')>(source, { ...config, configFile: false });
    return [
      { mark: '', ...module.firstPage(false) },
      { mark: '-demonstration', ...module.firstPage(true) },
    ];
  });
}

function replaced(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`The page has no ${from}`);
    return whole.replace(from, () => to);
  }, text);
}
