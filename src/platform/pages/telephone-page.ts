import { html, type Html } from './html.js';
import { icon } from './icons.js';
import { heading, oneColumn, telephoneLink, type PageOwner } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';
import { pageWords } from './words/page-words.js';

/** Whom anyone can call: the one page that has to work in every browser. */
export function telephonePage(frame: PageFrame, organisations: readonly PageOwner[]): string {
  const words = pageWords(frame);
  const say = words.telephone;
  const reachable = organisations.filter(({ phone }) => phone !== '');
  const list = (title: string, kind: PageOwner['kind']): Html | false => {
    const named = reachable.filter((one) => one.kind === kind);
    return (
      named.length > 0 &&
      html`<section class="zb-flow">
        <h2 class="utrecht-heading-2">${title}</h2>
        ${named.map((one) => card(one, words.owner.call(one.givenName)))}
      </section>`
    );
  };
  const body = oneColumn(
    heading(say.title, say.lead),
    reachable.length === 0 && html`<p>${say.none}</p>`,
    list(say.desk, 'desk'),
    list(say.associations, 'association'),
    html`<p>${say.after}</p>`,
  );
  return renderPage({ ...frame, title: say.title, body });
}

function card({ organisation, phone }: PageOwner, call: string): Html {
  return html`<div class="zb-card zb-card--tight zb-flow zb-flow--xs">
    <h3 class="utrecht-heading-3">${organisation}</h3>
    <p>
      <a class="utrecht-button utrecht-button--secondary-action" href="${telephoneLink(phone)}"
        >${icon('phone')}${call}: ${phone}</a
      >
    </p>
  </div>`;
}
