import type { Problem, ProblemCode } from '@app/contracts/errors/problem.js';
import { html } from './html.js';
import { buttonLink, stateCard } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';

/** What the interface says to programs, said to somebody with a page open. */
const details: Partial<Record<ProblemCode, string>> = {
  'invalid-input': 'Ga terug en kijk of alles is ingevuld.',
  'invalid-json': 'Ga terug en probeer het opnieuw.',
  'unsupported-media-type': 'Ga terug en probeer het opnieuw.',
  'method-not-allowed': 'Open de link uit uw bericht opnieuw.',
  'not-found': 'Open de link uit uw bericht opnieuw. De link moet helemaal meekomen.',
  'already-matched': 'Fijn dat u wilde helpen.',
  'not-active-any-more': 'U hoeft niets meer te doen.',
  'internal-error': 'Probeer het zo opnieuw. Lukt het niet? Bel ons en noem het kenmerk.',
  'store-unavailable': 'Probeer het over een halve minuut opnieuw.',
};

/** A fault as a page, with the way out. Faults of ours carry the mark to quote on the telephone. */
export function problemPage(problem: Problem, frame: PageFrame): string {
  const { code, title, detail, status, instance } = problem;
  const act = html`
    ${status >= 500 && instance !== undefined && html`<p class="zb-soft zb-small">Kenmerk: ${instance}</p>`}
    <p>${buttonLink('/hulp-per-telefoon', 'Bel ons', 'secondary-action')}</p>
  `;
  const body = stateCard(status >= 500 ? 'plugOff' : 'alertCircle', title, details[code] ?? detail, act);
  return renderPage({ ...frame, title: `Fout: ${title}`, body });
}
