import { html } from './html.js';
import {
  buttonLink,
  factList,
  heading,
  oneColumn,
  ownerCard,
  stateCard,
  statusPanel,
  textLink,
  type PageOwner,
} from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';
import { whyNotForm, type WhyNotData } from './why-not-form.js';
import { pageWords } from './words/page-words.js';

/** What somebody who said yes sees. The address is not here: it stands with the agreement, behind signing in. */
export interface AnsweredYesData {
  /** `matched`: the asker still says whether it is all right. */
  readonly status: 'matched' | 'confirmed';
  readonly askerGivenName: string;
  readonly helpTitle: string;
  readonly whenText: string;
  readonly agreementPath: string;
  readonly owner: PageOwner;
}

export function answeredYesPage(frame: PageFrame, data: AnsweredYesData): string {
  const words = pageWords(frame);
  const { answered: say, facts, someone } = words;
  const confirmed = data.status === 'confirmed';
  const title = confirmed ? say.confirmedTitle(data.askerGivenName || someone.within) : say.yesTitle;
  const body = oneColumn(
    heading(title),
    confirmed
      ? statusPanel(words, 'ok', say.mayCome, say.addressThere)
      : statusPanel(words, 'wait', say.askerSays(data.askerGivenName || someone.yourNeighbour), say.thenAddress),
    factList([
      { icon: 'heartHandshake', name: facts.what, value: data.helpTitle },
      { icon: 'clock', name: facts.when, value: data.whenText },
    ]),
    html`<div class="zb-flow zb-flow--s">
      <p>${buttonLink(data.agreementPath, say.see, confirmed ? 'primary-action' : 'secondary-action')}</p>
      <p class="zb-soft">${say.signIn}</p>
    </div>`,
    ownerCard(words, words.owner.questions(data.owner.givenName), data.owner),
  );
  return renderPage({ ...frame, title, body });
}

/** The seats were taken; this neighbour comes in when somebody cannot. */
export function waitlistedPage(frame: PageFrame, { agreementPath }: { readonly agreementPath: string }): string {
  const { reserveTitle: title, reserveText, seeRequest } = pageWords(frame).answered;
  const act = html`<p>${textLink(agreementPath, seeRequest)}</p>`;
  return renderPage({ ...frame, title, body: stateCard('heartHandshake', title, reserveText, act) });
}

/** What somebody who said no sees, with room for the reason. */
export interface AnsweredNoData {
  readonly pausePath: string | null;
  readonly whyNot: WhyNotData;
}

export function answeredNoPage(frame: PageFrame, { pausePath, whyNot }: AnsweredNoData): string {
  const words = pageWords(frame);
  const { answered: say, answer } = words;
  const act = html`
    <p>${buttonLink('/bereid', say.others, 'secondary-action')}</p>
    ${pausePath !== null && html`<p>${textLink(pausePath, answer.pause)}</p>`}
  `;
  const body = oneColumn(
    heading(say.noTitle, say.noText),
    whyNotForm(words, whyNot),
    html`<div class="zb-flow zb-flow--s">${act}</div>`,
  );
  const title = whyNot.fault === undefined ? say.noTitle : words.frame.fault(say.noTitle);
  return renderPage({ ...frame, title, body });
}

/** Somebody else was earlier: thanks, and the waiting list. */
export function alreadyTakenPage(frame: PageFrame): string {
  const { takenTitle: title, takenText, reserve } = pageWords(frame).answered;
  const act = html`<form method="post">
    <button class="utrecht-button utrecht-button--secondary-action" type="submit" name="antwoord" value="reserve">
      ${reserve}
    </button>
  </form>`;
  return renderPage({ ...frame, title, body: stateCard('heartHandshake', title, takenText, act) });
}
