import { html, type Html } from './html.js';
import { logo } from './icons.js';

/** Whose page it is. */
export interface PageFrame {
  /** Empty where it is not known, such as on a page about a fault. */
  readonly municipalityName: string;
  /** True where names and requests are invented: a banner says so. */
  readonly isExample: boolean;
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
  { path: '/hulp-per-telefoon', text: 'Hulp per telefoon' },
  { path: '/privacy', text: 'Privacy' },
  { path: '/toegankelijkheid', text: 'Toegankelijkheid' },
];

/**
 * A whole page in the look of the app, as one text. It works without JavaScript and brings no style or script
 * of its own, which the content security policy would refuse.
 */
export function renderPage(page: Page): string {
  return html`<!doctype html>
    <html lang="nl">
      ${head(page)}
      <body class="utrecht-document">
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">Naar de inhoud</a>
        ${header(page)} ${page.isExample && exampleBanner}
        <main id="inhoud" tabindex="-1" class="${page.mainClass ?? 'zb-main'}">${page.body}</main>
        ${footer()}
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

const exampleBanner = html`<aside class="zb-example" aria-label="Dit is een voorbeeld">
  <div class="zb-wrap"><strong>Voorbeeld.</strong> Namen, vragen en cijfers zijn verzonnen.</div>
</aside>`;

function footer(): Html {
  const items = footerLinks.map(
    ({ path, text }) => html`<li><a class="utrecht-link utrecht-link--html-a" href="${path}">${text}</a></li>`,
  );
  return html`<footer class="zb-footer">
    <div class="zb-wrap">
      <ul class="zb-footer__links">
        ${items}
      </ul>
    </div>
  </footer>`;
}
