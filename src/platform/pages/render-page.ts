import type { Language } from '@app/contracts/http/vocabulary.js';
import { languageQuery } from '@app/contracts/pages/language-choice.js';
import { html, type Html } from './html.js';
import { logo } from './icons.js';
import { languageNames } from './page-language.js';
import type { PageWords } from './words/nl.js';
import { pageWords } from './words/page-words.js';

/** Whose page it is. */
export interface PageFrame {
  /** Empty where it is not known, such as on a page about a fault. */
  readonly municipalityName: string;
  /** True where names and requests are invented: a banner says so. */
  readonly isExample: boolean;
  /** What its reader reads; absent where the page is in Dutch only and offers no other. */
  readonly language?: Language;
}

export interface Page extends PageFrame {
  /** Without the name of the product. */
  readonly title: string;
  readonly body: Html;
  /** For who shares the link; say nothing personal here. */
  readonly description?: string;
  readonly mainClass?: string;
}

const footerLinks = [
  { path: '/hulp-per-telefoon', text: 'phoneHelp' },
  { path: '/privacy', text: 'privacy' },
  { path: '/toegankelijkheid', text: 'accessibility' },
] as const;

/**
 * A whole page in the look of the app, as one text. It works without JavaScript and brings no style or script
 * of its own, which the content security policy would refuse.
 */
export function renderPage(page: Page): string {
  const words = pageWords(page);
  return html`<!doctype html>
    <html lang="${page.language ?? 'nl'}">
      ${head(page)}
      <body class="utrecht-document">
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">${words.frame.skip}</a>
        ${page.language !== undefined && languageLinks(page.language, words)} ${header(page)}
        ${page.isExample && exampleBanner(words)}
        <main id="inhoud" tabindex="-1" class="${page.mainClass ?? 'zb-main'}">${page.body}</main>
        ${footer(words)}
      </body>
    </html> `.toString();
}

function head({ title, description }: Page): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} - Zorgzame Buurten</title>
    ${description !== undefined && html`<meta name="description" content="${description}" />`}
    <meta name="robots" content="noindex, nofollow" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#3d1937" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/pages.css" />
  </head>`;
}

function header({ municipalityName }: Page): Html {
  return html`<header class="zb-header zb-bar-plain">
    <div class="zb-wrap zb-header__bar">
      <a class="zb-logo" href="/"
        >${logo}<span>Zorgzame Buurten${municipalityName !== '' && html`<small>${municipalityName}</small>`}</span></a
      >
    </div>
  </header>`;
}

/** The same page in another language: a link, so that it needs no JavaScript and forms come back in it. */
function languageLinks(language: Language, { frame }: PageWords): Html {
  const links = languageNames.map(
    ([code, name]) =>
      html`<li>
        <a
          href="?${languageQuery}=${code}"
          lang="${code}"
          hreflang="${code}"
          ${code === language && html`aria-current="true"`}
          >${name}</a
        >
      </li>`,
  );
  return html`<nav class="zb-languages" aria-label="${frame.languages}">
    <ul class="zb-wrap">
      ${links}
    </ul>
  </nav>`;
}

function exampleBanner({ frame }: PageWords): Html {
  return html`<aside class="zb-example" aria-label="${frame.exampleLabel}">
    <div class="zb-wrap"><strong>${frame.example}</strong> ${frame.exampleText}</div>
  </aside>`;
}

function footer({ frame }: PageWords): Html {
  const items = footerLinks.map(
    ({ path, text }) => html`<li><a class="utrecht-link utrecht-link--html-a" href="${path}">${frame[text]}</a></li>`,
  );
  return html`<footer class="zb-footer">
    <div class="zb-wrap">
      ${frame.unread !== '' && html`<p class="zb-small">${frame.unread}</p>`}
      <ul class="zb-footer__links">
        ${items}
      </ul>
    </div>
  </footer>`;
}
