import { html } from './html.js';
import {
  buttonLink,
  choiceButton,
  factList,
  faultAlert,
  heading,
  oneColumn,
  ownerCard,
  statusPanel,
  type PageOwner,
} from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';
import { pageWords } from './words/page-words.js';

export interface WithdrawPageData {
  readonly askerGivenName: string;
  readonly helpTitle: string;
  readonly whenText: string;
  readonly agreementPath: string;
  readonly owner: PageOwner;
  readonly fault?: string | undefined;
}

/** Asks once before the agreement is given up. */
export function withdrawPage(frame: PageFrame, data: WithdrawPageData): string {
  const words = pageWords(frame);
  const { withdraw: say, facts } = words;
  const asker = data.askerGivenName || words.someone.within;
  const body = oneColumn(
    data.fault !== undefined && faultAlert(data.fault),
    heading(say.title, say.lead(asker)),
    factList([
      { icon: 'heartHandshake', name: facts.what, value: data.helpTitle },
      { icon: 'clock', name: facts.when, value: data.whenText },
    ]),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${choiceButton({ name: 'afzeggen', value: 'ja', text: say.yes })}
      <p class="zb-soft">${say.told(asker)}</p>
    </form>`,
    html`<p>${buttonLink(data.agreementPath, say.no, 'secondary-action')}</p>`,
    ownerCard(words, words.owner.doubt(data.owner.givenName), data.owner),
  );
  return renderPage({ ...frame, title: data.fault === undefined ? say.title : words.frame.fault(say.title), body });
}

export interface WithdrawnPageData {
  /** A reserve took the place at once. */
  readonly replaced: boolean;
  readonly owner: PageOwner;
}

export function withdrawnPage(frame: PageFrame, { replaced, owner }: WithdrawnPageData): string {
  const words = pageWords(frame);
  const say = words.withdraw;
  const body = oneColumn(
    heading(say.doneTitle),
    replaced
      ? statusPanel(words, 'ok', say.replaced, words.nothingMore)
      : statusPanel(words, 'wait', say.asking, words.nothingMore),
    html`<p>${buttonLink('/afspraken', say.agreements, 'secondary-action')}</p>`,
    ownerCard(words, words.owner.talk(owner.givenName), owner),
  );
  return renderPage({ ...frame, title: say.doneTitle, body });
}
