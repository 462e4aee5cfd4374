import { html } from './html.js';
import {
  buttonLink,
  choiceButton,
  factList,
  faultAlert,
  heading,
  oneColumn,
  ownerCard,
  type PageOwner,
} from './page-parts.js';
import { thankForm, type ThankFormData } from './thank-form.js';
import { renderPage, type PageFrame } from './render-page.js';
import type { PageWords } from './words/nl.js';
import { pageWords } from './words/page-words.js';

/** In which part somebody looks back. */
export type OutcomeReader = 'asker' | 'helper';

export interface OutcomePageData {
  readonly reader: OutcomeReader;
  /** First names of the other side. */
  readonly others: string;
  readonly helpTitle: string;
  readonly whenText: string;
  readonly owner: PageOwner;
  readonly fault?: string | undefined;
}

/** One question to either side, afterwards. */
export function outcomePage(frame: PageFrame, data: OutcomePageData): string {
  const words = pageWords(frame);
  const { outcome: say, facts, someone } = words;
  const lead =
    data.reader === 'asker'
      ? say.asker(data.others || someone.yourNeighbour)
      : say.helper(data.others || someone.within);
  const body = oneColumn(
    data.fault !== undefined && faultAlert(data.fault),
    heading(say.title, lead),
    factList([
      { icon: 'heartHandshake', name: facts.what, value: data.helpTitle },
      { icon: 'clock', name: facts.when, value: data.whenText },
    ]),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${choiceButton({ name: 'gelukt', value: 'ja', text: say.yes, isMain: true })}
      ${choiceButton({ name: 'gelukt', value: 'nee', text: say.no })}
      <p class="zb-soft">${say.free}</p>
    </form>`,
    ownerCard(words, words.owner.wrong(data.owner.givenName), data.owner),
  );
  return renderPage({ ...frame, title: data.fault === undefined ? say.title : words.frame.fault(say.title), body });
}

export interface OutcomeThanksData {
  readonly thank: ThankFormData;
  readonly reader: OutcomeReader;
  readonly helped: boolean;
  readonly others: string;
  readonly owner: PageOwner;
  /** Where an asker who was helped asks the same neighbour again. */
  readonly againPath: string | null;
}

export function outcomeThanksPage(frame: PageFrame, data: OutcomeThanksData): string {
  const words = pageWords(frame);
  const say = words.outcome;
  const { reader, helped, owner, thank, againPath } = data;
  const others = data.others || words.someone.within;
  const title = helped ? say.goodTitle : say.toldTitle;
  const body = oneColumn(
    heading(title, thanks(words, reader, helped, others)),
    thankForm(words, thank, others),
    againPath !== null && html`<p>${buttonLink(againPath, say.sameNeighbour, 'primary-action')}</p>`,
    html`<p>
      ${
        reader === 'asker'
          ? buttonLink('/vraag', helped ? say.askLater : say.askAgain, 'secondary-action')
          : buttonLink('/hulpvragen', words.otherRequests, 'secondary-action')
      }
    </p>`,
    ownerCard(words, words.owner.talk(owner.givenName), owner),
  );
  return renderPage({ ...frame, title: thank.fault === undefined ? title : words.frame.fault(title), body });
}

function thanks(words: PageWords, reader: OutcomeReader, helped: boolean, others: string): string {
  const say = words.outcome;
  if (reader === 'helper') return helped ? say.helperGood(others) : say.helperNot;
  return helped ? words.nothingMore : say.askerNot(others);
}
