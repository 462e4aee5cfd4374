import { html, type Html } from './html.js';
import { icon } from './icons.js';
import {
  buttonLink,
  choiceButton,
  factList,
  faultAlert,
  heading,
  namesInARow,
  oneColumn,
  ownerCard,
  statusPanel,
  type PageOwner,
} from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';
import type { PageWords } from './words/nl.js';
import { pageWords } from './words/page-words.js';

/** A request of the asker's, without the address that may be known already. */
interface OwnRequest {
  readonly helpTitle: string;
  readonly whenText: string;
  readonly requestPath: string;
  readonly owner: PageOwner;
}

/** What was wrong with the form. */
export interface ConfirmFault {
  readonly text: string;
  /** True when it is about the address. */
  readonly ofAddress: boolean;
  /** What was typed, so that it is not lost. */
  readonly address: string;
}

export interface ConfirmHelpersData extends OwnRequest {
  /** First names of those who said yes and wait for a word. */
  readonly helperNames: readonly string[];
  /** True when the address has to be told now. */
  readonly asksAddress: boolean;
  /** Comes back with the form, so that a yes never goes to somebody who is not on the page. */
  readonly seenKey: string;
  readonly fault?: ConfirmFault | undefined;
}

/** One tap of the asker: the neighbour who said yes is welcome. */
export function confirmHelpersPage(frame: PageFrame, data: ConfirmHelpersData): string {
  const words = pageWords(frame);
  const say = words.confirm;
  const { names, several } = namesOf(frame, data.helperNames);
  const title = say.title(names, several);
  const body = oneColumn(
    data.fault && (data.fault.ofAddress ? errorSummary(say.missing, data.fault.text) : faultAlert(data.fault.text)),
    heading(title, say.lead),
    factList(factsOf(words, data)),
    html`<form class="zb-flow zb-flow--s" method="post" novalidate>
      <input type="hidden" name="gezien" value="${data.seenKey}" />
      ${data.asksAddress && addressField(words, names, data.fault)}
      ${choiceButton({ name: 'bevestig', value: 'ja', text: say.yes(names, several), isMain: true })}
      <p class="zb-soft">${say.sees(names, several)}</p>
    </form>`,
    ownerCard(words, words.owner.doubt(data.owner.givenName), data.owner),
  );
  return renderPage({ ...frame, title: data.fault ? words.frame.fault(title) : title, body });
}

/** The agreement stands. */
export function confirmedPage(
  frame: PageFrame,
  data: OwnRequest & { readonly helperNames: readonly string[] },
): string {
  const words = pageWords(frame);
  const say = words.confirm;
  const { names, several } = namesOf(frame, data.helperNames);
  const title = say.doneTitle(names, several);
  return renderPage({
    ...frame,
    title,
    body: ownPage(words, title, ['ok', say.done, say.doneText(names, several)], data),
  });
}

/** Whoever said yes cannot come after all, and nobody else has said yes yet. */
export function nothingToConfirmPage(frame: PageFrame, data: OwnRequest): string {
  const words = pageWords(frame);
  const { nobodyTitle: title, nobody, nobodyText } = words.confirm;
  return renderPage({ ...frame, title, body: ownPage(words, title, ['wait', nobody, nobodyText], data) });
}

/** How the request stands, with nothing to answer. */
function ownPage(
  words: PageWords,
  title: string,
  [kind, head, text]: readonly ['ok' | 'wait', string, string],
  data: OwnRequest,
): Html {
  return oneColumn(
    heading(title),
    statusPanel(words, kind, head, text),
    factList(factsOf(words, data)),
    html`<p>${buttonLink(data.requestPath, words.seeRequest, 'secondary-action')}</p>`,
    ownerCard(words, words.owner.questions(data.owner.givenName), data.owner),
  );
}

function namesOf(frame: PageFrame, helperNames: readonly string[]) {
  const { someone } = pageWords(frame);
  const names = namesInARow(
    helperNames.map((name) => name || someone.within),
    frame.language,
  );
  return { names: names || someone.yourNeighbour, several: helperNames.length > 1 };
}

function factsOf({ facts }: PageWords, { helpTitle, whenText }: OwnRequest) {
  return [
    { icon: 'heartHandshake', name: facts.what, value: helpTitle },
    { icon: 'clock', name: facts.when, value: whenText },
  ] as const;
}

function errorSummary(title: string, text: string): Html {
  return html`<div class="zb-errors" role="alert">
    <h2 class="utrecht-heading-3">${title}</h2>
    <ul>
      <li><a href="#adres">${text}</a></li>
    </ul>
  </div>`;
}

function addressField({ confirm: say }: PageWords, names: string, fault: ConfirmFault | undefined): Html {
  const error = fault?.ofAddress === true && fault.text;
  return html`<div class="zb-field ${error && 'zb-field--error'}">
    <label class="utrecht-form-label" for="adres">${say.address(names)}</label>
    <p class="zb-soft zb-small" id="adres-uitleg">${say.addressHint}</p>
    ${error && html`<p class="utrecht-form-field-error-message" id="adres-fout">${icon('alertCircle')}${error}</p>`}
    <input
      class="utrecht-textbox utrecht-textbox--html-input"
      id="adres"
      name="adres"
      type="text"
      maxlength="200"
      autocomplete="street-address"
      value="${fault?.address}"
      aria-describedby="adres-uitleg${error && ' adres-fout'}"
      ${error && html`aria-invalid="true"`}
    />
  </div>`;
}
