import { html } from './html.js';
import type { IconName } from './icons.js';
import { buttonLink, stateCard } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';
import { pageWords } from './words/page-words.js';

/** Why a link does nothing any more. `unknown` also stands for a link that never was one. */
export type GoneReason = 'unknown' | 'over' | 'cancelled' | 'filled' | 'withdrawn';

/** Where somebody goes from here. */
export type NextStep = 'board' | 'my-requests' | 'agreements' | 'settings';

const drawings: Record<GoneReason, IconName> = {
  unknown: 'clockOff',
  over: 'clockOff',
  cancelled: 'circleCheck',
  filled: 'heartHandshake',
  withdrawn: 'circleCheck',
};

const paths: Record<NextStep, string> = {
  board: '/hulpvragen',
  'my-requests': '/vragen',
  agreements: '/afspraken',
  settings: '/bereid',
};

export interface LinkGoneData {
  readonly reason: GoneReason;
  readonly next: NextStep;
  /** `dinsdag 24 november`, where it is known which request it was. */
  readonly dayText?: string | undefined;
}

export function linkGonePage(frame: PageFrame, { reason, next, dayText }: LinkGoneData): string {
  const words = pageWords(frame);
  const { title, text } = words.gone[reason];
  const act = html`<p>${buttonLink(paths[next], words.next[next], 'secondary-action')}</p>`;
  const full = dayText === undefined ? text : `${words.goneDay(dayText)} ${text}`;
  return renderPage({ ...frame, title, body: stateCard(drawings[reason], title, full, act) });
}
