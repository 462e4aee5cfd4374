import { html, type Html } from './html.js';
import { icon } from './icons.js';
import {
  choiceButton,
  factList,
  faultAlert,
  oneColumn,
  ownerCard,
  textLink,
  type PageFact,
  type PageOwner,
} from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';
import type { PageWords } from './words/nl.js';
import { pageWords } from './words/page-words.js';

/** One ask, as the neighbour who is asked may see it: a first name and a buurt, no address and no telephone number. */
export interface AnswerPageData {
  readonly askerGivenName: string;
  /** What is asked, by whom: `Anja vraagt u: wilt u vandaag de hond uitlaten?`. */
  readonly question: string;
  /** `Vandaag, met spoed`; null for help that was planned. */
  readonly urgencyText: string | null;
  readonly whenText: string;
  readonly durationText: string;
  /** `Buurt Rossenberg` */
  readonly whereText: string;
  /** The asker's own sentence; empty when it has had its time. */
  readonly summary: string;
  /** Why this neighbour, as sentences. */
  readonly reasons: readonly string[];
  /** `14:25 uur`; null once that time has passed. */
  readonly answerByText: string | null;
  readonly owner: PageOwner;
  readonly pausePath: string | null;
  /** What was wrong with the answer that was sent. */
  readonly fault?: string;
}

/** One question with a yes and a no of the same size; only the form acts. */
export function answerPage(frame: PageFrame, data: AnswerPageData): string {
  const words = pageWords(frame);
  const say = words.answer;
  const asker = data.askerGivenName || words.someone.neighbour;
  const body = oneColumn(
    data.fault !== undefined && faultAlert(data.fault),
    html`<div class="zb-flow zb-flow--s">
      ${
        data.urgencyText !== null &&
        html`<p><span class="utrecht-badge-status utrecht-badge-status--danger">${data.urgencyText}</span></p>`
      }
      <h1 class="utrecht-heading-1">${data.question}</h1>
    </div>`,
    factList(factsOf(data, words)),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${choiceButton({ name: 'antwoord', value: 'ja', text: say.yes, isMain: true })}
      ${choiceButton({ name: 'antwoord', value: 'nee', text: say.no })}
      <p class="zb-soft">${say.noSignIn}</p>
    </form>`,
    data.reasons.length > 0 && whyYou(data.reasons, say.why),
    afterYes(asker, data.answerByText, words),
    ownerCard(words, words.owner.questions(data.owner.givenName), data.owner, [
      ...(data.pausePath === null ? [] : [textLink(data.pausePath, say.pause)]),
      textLink('/bereid', words.otherWishes),
    ]),
  );
  const title = say.title(asker);
  return renderPage({ ...frame, title: data.fault === undefined ? title : words.frame.fault(title), body });
}

function factsOf(data: AnswerPageData, { facts, someone }: PageWords): PageFact[] {
  return [
    { icon: 'clock', name: facts.when, value: data.whenText },
    { icon: 'hourglass', name: facts.long, value: data.durationText },
    { icon: 'mapPin', name: facts.where, value: data.whereText },
    ...(data.summary === ''
      ? []
      : [
          {
            icon: 'message' as const,
            name: facts.writes(data.askerGivenName || someone.yourNeighbour),
            value: data.summary,
          },
        ]),
  ];
}

function whyYou(reasons: readonly string[], title: string): Html {
  return html`<section class="zb-why zb-flow zb-flow--xs" aria-labelledby="waarom">
    <h2 class="utrecht-heading-3" id="waarom">${title}</h2>
    <ul class="zb-ticks">
      ${reasons.map((reason) => html`<li>${icon('check')}<span>${reason}</span></li>`)}
    </ul>
  </section>`;
}

function afterYes(asker: string, answerByText: string | null, { answer: say }: PageWords): Html {
  const [before, after] = say.by;
  return html`<section class="zb-flow zb-flow--xs">
    <h2 class="utrecht-heading-2">${say.after}</h2>
    <p>${say.afterText(asker)}</p>
    ${
      answerByText === null
        ? html`<p>${say.stillWelcome}</p>`
        : html`<p>${before}<strong>${answerByText}</strong>${after}</p>`
    }
  </section>`;
}
