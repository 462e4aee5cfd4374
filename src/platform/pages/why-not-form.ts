import { html, type Html } from './html.js';
import { faultAlert, statusPanel, textLink } from './page-parts.js';
import type { PageWords } from './words/nl.js';

/** What a no may still tell, and what it means for the next questions. */
export interface WhyNotData {
  readonly reason: 'not-now' | 'not-my-thing' | 'later' | null;
  /** As in a sentence: `de hond uitlaten`. */
  readonly helpText: string;
  readonly offersCategory: boolean;
  /** It is the only kind of help this neighbour offers. */
  readonly onlyCategory: boolean;
  /** `dinsdag 1 december`; null without a pause. */
  readonly pausedUntilText: string | null;
  /** First and last day that can be chosen, `2026-11-25`. */
  readonly days: { readonly first: string; readonly last: string };
  readonly fault?: string | undefined;
}

/** Why not: never asked for before the no, and never needed. Each choice can be taken back on the same page. */
export function whyNotForm(words: PageWords, data: WhyNotData): Html {
  const say = words.whyNot;
  return html`<section class="zb-card zb-flow zb-flow--s" aria-labelledby="waarom-niet">
    <h2 class="utrecht-heading-2" id="waarom-niet">${say.title}</h2>
    <p>${say.text}</p>
    ${data.fault !== undefined && faultAlert(data.fault)}
    ${data.reason === 'not-now' && statusPanel(words, 'ok', say.notNowDone)}
    ${data.reason === 'not-my-thing' && notMyThing(words, data)} ${data.reason === 'later' && later(words, data)}
    ${data.reason === null && html`<form method="post">${button('reden', 'nu-niet', say.notNow)}</form>`}
    ${
      data.reason !== 'not-my-thing' &&
      html`<form method="post">${button('reden', 'niet-mijn-ding', say.notMyThing)}</form>`
    }
    ${!(data.reason === 'later' && data.pausedUntilText !== null) && dayForm(words, data)}
  </section>`;
}

function notMyThing(words: PageWords, { helpText, offersCategory, onlyCategory }: WhyNotData): Html {
  const say = words.whyNot;
  if (!offersCategory) {
    return html`${statusPanel(words, 'ok', say.stopped(helpText))}
      <form method="post">${button('soort', 'aan', say.offerAgain)}</form>`;
  }
  if (onlyCategory) {
    return html`<p>${say.onlyKind}</p>
      <p>${textLink('/mijn-hulp/wat', say.change)}</p>`;
  }
  return html`<p>${say.stopQuestion(helpText)}</p>
    <form method="post">${button('soort', 'uit', say.stop)}</form>
    <form method="post">${button('reden', 'nu-niet', say.onlyNow)}</form>`;
}

function later(words: PageWords, { pausedUntilText }: WhyNotData): Html | null {
  if (pausedUntilText === null) return null;
  return html`${statusPanel(words, 'ok', words.whyNot.laterDone(pausedUntilText))}
    <form method="post">${button('rust', 'uit', words.whyNot.laterUndo)}</form>`;
}

function dayForm({ whyNot: say }: PageWords, { days: { first, last } }: WhyNotData): Html {
  return html`<form class="zb-flow zb-flow--xs" method="post">
    <label class="utrecht-form-label" for="dag">${say.later}</label>
    <p>
      <input
        class="utrecht-textbox utrecht-textbox--html-input"
        type="date"
        id="dag"
        name="dag"
        min="${first}"
        max="${last}"
        required
      />
    </p>
    <p>${button('reden', 'later', say.laterButton)}</p>
  </form>`;
}

function button(name: string, value: string, text: string): Html {
  return html`<button
    class="utrecht-button utrecht-button--secondary-action"
    type="submit"
    name="${name}"
    value="${value}"
  >
    ${text}
  </button>`;
}
