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

/** One ask, as the neighbour who is asked may see it: a first name and a buurt, no address and no telephone number. */
export interface AnswerPageData {
  readonly askerGivenName: string;
  /** What is asked, to follow "wilt u": `de hond uitlaten`. */
  readonly helpText: string;
  /** `Vandaag, met spoed`; null for help that was planned. */
  readonly urgencyText: string | null;
  readonly whenText: string;
  readonly durationText: string;
  readonly neighbourhoodName: string;
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
  const asker = data.askerGivenName || 'Een buur';
  const question = `${asker} vraagt u: wilt u ${data.helpText}?`;
  const body = oneColumn(
    data.fault !== undefined && faultAlert(data.fault),
    html`<div class="zb-flow zb-flow--s">
      ${
        data.urgencyText !== null &&
        html`<p><span class="utrecht-badge-status utrecht-badge-status--danger">${data.urgencyText}</span></p>`
      }
      <h1 class="utrecht-heading-1">${question}</h1>
    </div>`,
    factList(factsOf(data)),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${choiceButton({ name: 'antwoord', value: 'ja', text: 'Ja, ik help', isMain: true })}
      ${choiceButton({ name: 'antwoord', value: 'nee', text: 'Nee, deze keer niet' })}
      <p class="zb-soft">U hoeft niet in te loggen. Nee zeggen mag altijd, zonder reden.</p>
    </form>`,
    data.reasons.length > 0 && whyYou(data.reasons),
    afterYes(asker, data.answerByText),
    ownerCard(`Vragen? ${data.owner.givenName} helpt u`, data.owner, [
      ...(data.pausePath === null ? [] : [textLink(data.pausePath, 'Ik wil even geen vragen (pauze)')]),
      textLink('/bereid', 'Ik wil minder of andere vragen'),
    ]),
  );
  return renderPage({ ...frame, title: `${data.fault === undefined ? '' : 'Fout: '}${asker} vraagt u om hulp`, body });
}

function factsOf(data: AnswerPageData): PageFact[] {
  return [
    { icon: 'clock', name: 'Wanneer', value: data.whenText },
    { icon: 'hourglass', name: 'Hoe lang', value: data.durationText },
    { icon: 'mapPin', name: 'Waar', value: `Buurt ${data.neighbourhoodName}` },
    ...(data.summary === ''
      ? []
      : [{ icon: 'message' as const, name: `${data.askerGivenName || 'Uw buur'} schrijft`, value: data.summary }]),
  ];
}

function whyYou(reasons: readonly string[]): Html {
  return html`<section class="zb-why zb-flow zb-flow--xs" aria-labelledby="waarom">
    <h2 class="utrecht-heading-3" id="waarom">Waarom vragen wij u?</h2>
    <ul class="zb-ticks">
      ${reasons.map((reason) => html`<li>${icon('check')}<span>${reason}</span></li>`)}
    </ul>
  </section>`;
}

function afterYes(asker: string, answerByText: string | null): Html {
  return html`<section class="zb-flow zb-flow--xs">
    <h2 class="utrecht-heading-2">Wat gebeurt er na uw ja?</h2>
    <p>
      ${asker} ziet uw voornaam en zegt of het goed is. Daarna krijgt u het adres. Kunt u toch niet? Dat mag u laten
      weten.
    </p>
    ${
      answerByText === null
        ? html`<p>Uw antwoord is nog steeds welkom.</p>`
        : html`<p>Antwoord graag voor <strong>${answerByText}</strong>. Daarna vragen wij iemand anders.</p>`
    }
  </section>`;
}
