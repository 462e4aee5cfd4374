import { html, type Html } from './html.js';
import { faultAlert, statusPanel } from './page-parts.js';

/** Whether the reader may thank the other side, and how that stands. */
export interface ThankFormData {
  /** Null when there is nothing to thank for, or no time left for it. */
  readonly state: 'open' | 'given' | null;
  /** What was typed when it could not be sent. */
  readonly text?: string | undefined;
  readonly fault?: string | undefined;
}

/** A few words for the other side, without signing in. */
export function thankForm({ state, text, fault }: ThankFormData, others: string): Html | null {
  if (state === null) return null;
  if (state === 'given') return statusPanel('ok', 'Uw bedankje is onderweg', 'Dat doet een buur goed.');
  return html`<section class="zb-card zb-flow zb-flow--s" aria-labelledby="bedanken">
    <h2 class="utrecht-heading-2" id="bedanken">Wilt u ${others} iets liefs schrijven?</h2>
    <p>Dat hoeft niet. Een paar woorden zijn genoeg.</p>
    ${fault !== undefined && faultAlert(fault)}
    <form class="zb-flow zb-flow--s" method="post">
      <div class="zb-field">
        <label class="utrecht-form-label" for="bedankje">Uw bedankje</label>
        <p class="zb-soft zb-small" id="bedankje-hint">Alleen ${others} leest dit. Het verdwijnt na 30 dagen.</p>
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
      <div>
        <button class="utrecht-button utrecht-button--secondary-action" type="submit">Verstuur het bedankje</button>
      </div>
    </form>
  </section>`;
}
