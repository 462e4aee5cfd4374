import { html, type Html } from './html.js';
import { faultAlert, statusPanel } from './page-parts.js';
import type { PageWords } from './words/nl.js';

/** Whether the reader may thank the other side, and how that stands. */
export interface ThankFormData {
  /** Null when there is nothing to thank for, or no time left for it. */
  readonly state: 'open' | 'given' | null;
  /** What was typed when it could not be sent. */
  readonly text?: string | undefined;
  readonly fault?: string | undefined;
}

/** A few words for the other side, without signing in. */
export function thankForm(words: PageWords, { state, text, fault }: ThankFormData, others: string): Html | null {
  const say = words.thank;
  if (state === null) return null;
  if (state === 'given') return statusPanel(words, 'ok', say.sent, say.sentText);
  return html`<section class="zb-card zb-flow zb-flow--s" aria-labelledby="bedanken">
    <h2 class="utrecht-heading-2" id="bedanken">${say.title(others)}</h2>
    <p>${say.free}</p>
    ${fault !== undefined && faultAlert(fault)}
    <form class="zb-flow zb-flow--s" method="post">
      <div class="zb-field">
        <label class="utrecht-form-label" for="bedankje">${say.label}</label>
        <p class="zb-soft zb-small" id="bedankje-hint">${say.hint(others)}</p>
        <textarea
          class="utrecht-textarea utrecht-textarea--html-textarea"
          id="bedankje"
          name="bedankje"
          rows="3"
          maxlength="300"
          aria-describedby="bedankje-hint"
        >
${text ?? ''}</textarea>
      </div>
      <label class="zb-choice">
        <input class="zb-check" type="checkbox" name="muur" value="ja" />
        <b>${say.wall}</b>
        <small>${say.wallHint}</small>
      </label>
      <div>
        <button class="utrecht-button utrecht-button--secondary-action" type="submit">${say.send}</button>
      </div>
    </form>
  </section>`;
}
