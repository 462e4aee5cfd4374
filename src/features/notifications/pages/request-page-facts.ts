import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import type { Language } from '@app/contracts/http/vocabulary.js';
import type { GoneReason } from '@app/platform/pages/link-gone-page.js';
import type { PageOwner } from '@app/platform/pages/page-parts.js';
import { capital, oneLine } from '../templates/plain-text.js';
import { timeTextIn } from '../templates/time-text.js';
import { wordsIn } from '../templates/words/letter-words.js';

/** What and when, and who to call, as pages say it. */
export function requestPageFacts(
  view: HelpRequestView,
  now: number,
  language: Language,
): { readonly helpTitle: string; readonly whenText: string; readonly owner: PageOwner } {
  const { kind, name, person } = view.owner;
  const window = { from: Date.parse(view.window.from), until: Date.parse(view.window.until) };
  return {
    helpTitle: wordsIn(language).categories[view.category].title,
    whenText: capital(timeTextIn(language).windowText(window, now)),
    owner: { kind, organisation: name, ...person },
  };
}

/** First names of the neighbours who said yes, all of them or those of one status. */
export function helperNames(view: HelpRequestView, status?: 'accepted' | 'confirmed'): string[] {
  return (view.helpers ?? [])
    .filter((helper) => status === undefined || helper.status === status)
    .map(({ givenName }) => oneLine(givenName));
}

/** Why nothing can be done with this request any more; null while something can. */
export function whyGone({ status }: HelpRequestView): GoneReason | null {
  if (status === 'cancelled') return 'cancelled';
  return status === 'expired' || status === 'completed' || status === 'not-helped' ? 'over' : null;
}
