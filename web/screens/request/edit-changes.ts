import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import type { FormError } from '../../parts/error-summary.js';
import type { Draft } from '../ask/draft.js';
import { draftOf } from '../ask/draft-of.js';
import { stepErrors, windowOf } from '../ask/draft-rules.js';

/** What an edit sends: only what changed. */
export interface Edit {
  readonly summary?: string;
  readonly address?: string;
  readonly window?: { readonly from: string; readonly until: string };
  readonly expectedMinutes?: number;
}

/** Once a neighbour said yes only the address can still change. */
export function onlyAddress({ helpers }: Pick<HelpRequestView, 'helpers'>): boolean {
  return (helpers ?? []).length > 0;
}

const sameMoment = (a: Draft, b: Draft): boolean => a.latest === b.latest && a.day === b.day && a.part === b.part;

/** The difference between a request and the answers somebody gives now. */
export function editOf(request: HelpRequestView, answers: Draft, now: number): Edit {
  const before = draftOf(request);
  const address = answers.address.trim();
  const summary = answers.summary.trim();
  return {
    ...(summary === before.summary ? {} : { summary }),
    ...(address === before.address || address === '' ? {} : { address }),
    ...(sameMoment(before, answers) ? {} : { window: windowOf(answers, now) }),
    ...(answers.minutes === before.minutes ? {} : { expectedMinutes: Number(answers.minutes) }),
  };
}

/** What has to be corrected. A moment that is not changed is not judged: it may have begun already. */
export function editErrors(request: HelpRequestView, answers: Draft, now: number): readonly FormError[] {
  const asker = { signedIn: true };
  const steps = [
    ...stepErrors('wat', answers, now, asker),
    ...(sameMoment(draftOf(request), answers) ? [] : stepErrors('wanneer', answers, now, asker)),
    ...stepErrors('waar', answers, now, asker),
  ];
  return onlyAddress(request) ? steps.filter(({ field }) => field === 'address') : steps;
}
