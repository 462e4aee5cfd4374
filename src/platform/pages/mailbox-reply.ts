import { html, type Html } from './html.js';
import { faultAlert, statusPanel } from './page-parts.js';
import { pageWords } from './words/page-words.js';

/** What became of an answer that was tried. */
export type TriedReply = 'sent' | 'refused' | 'empty';

/** Answers a mail of the demonstration as a mail program would. */
export function mailboxReply(tried: TriedReply | null): Html {
  if (tried === 'sent') {
    const lines = ['Het antwoord komt zo in het gesprek. Lukt dat niet, dan staat hier straks een nieuwe mail.'];
    return statusPanel(pageWords({ language: 'nl' }), 'ok', 'Uw antwoord is verstuurd', ...lines);
  }
  return html`<form class="zb-flow zb-flow--s" method="post">
    ${tried === 'refused' && faultAlert('Deze mail kan niet meer beantwoord worden.')}
    ${tried === 'empty' && faultAlert('Schrijf eerst een antwoord.')}
    <div class="zb-field">
      <label class="utrecht-form-label" for="antwoord">Antwoord op deze mail</label>
      <p class="zb-soft zb-small" id="antwoord-hint">Het gaat als gewone e-mail naar het adres voor antwoorden.</p>
      <textarea
        class="utrecht-textarea utrecht-textarea--html-textarea"
        id="antwoord"
        name="antwoord"
        rows="4"
        maxlength="5000"
        aria-describedby="antwoord-hint"
      ></textarea>
    </div>
    <div>
      <button class="utrecht-button utrecht-button--primary-action" type="submit">Verstuur het antwoord</button>
    </div>
  </form>`;
}
