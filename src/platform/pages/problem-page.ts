import type { Problem, ProblemCode } from '@app/contracts/errors/problem.js';
import { html } from './html.js';
import { buttonLink, stateCard } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';
import { pageWords } from './words/page-words.js';
import { problemWords, type KnownProblem } from './words/problem-words.js';

/** A fault as a page, with the way out. Faults of ours carry the mark to quote on the telephone. */
export function problemPage(problem: Problem, frame: PageFrame): string {
  const { status, instance } = problem;
  const words = problemWords[frame.language ?? 'nl'];
  const { title, text } = saidOf(problem, frame);
  const act = html`
    ${status >= 500 && instance !== undefined && html`<p class="zb-soft zb-small">${words.mark}: ${instance}</p>`}
    <p>${buttonLink('/hulp-per-telefoon', words.call, 'secondary-action')}</p>
  `;
  const body = stateCard(status >= 500 ? 'plugOff' : 'alertCircle', title, text, act);
  return renderPage({ ...frame, title: pageWords(frame).frame.fault(title), body });
}

/** The interface speaks Dutch of every fault; other readers are told of those that a page can meet. */
function saidOf({ code, title, detail }: Problem, { language = 'nl' }: PageFrame) {
  const { known, other } = problemWords[language];
  const said = isKnown(code) ? known[code] : other;
  if (language !== 'nl') return said;
  return { title, text: isKnown(code) ? said.text : detail };
}

function isKnown(code: ProblemCode): code is KnownProblem {
  return code in problemWords.nl.known;
}
