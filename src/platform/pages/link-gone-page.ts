import { html } from './html.js';
import type { IconName } from './icons.js';
import { buttonLink, stateCard } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';

/** Why a link does nothing any more. `unknown` also stands for a link that never was one. */
export type GoneReason = 'unknown' | 'over' | 'cancelled' | 'filled' | 'withdrawn';

/** Where somebody goes from here. */
export type NextStep = 'board' | 'my-requests' | 'agreements' | 'settings';

const words: Record<GoneReason, { readonly drawing: IconName; readonly title: string; readonly text: string }> = {
  unknown: {
    drawing: 'clockOff',
    title: 'Deze link werkt niet meer',
    text: 'De tijd is voorbij, of de link is niet helemaal meegekomen.',
  },
  over: { drawing: 'clockOff', title: 'Deze link werkt niet meer', text: 'De tijd van deze vraag is voorbij.' },
  cancelled: { drawing: 'circleCheck', title: 'De hulp is niet meer nodig', text: 'U hoeft niets te doen.' },
  filled: {
    drawing: 'heartHandshake',
    title: 'Er is al een buur gevonden',
    text: 'Fijn dat u wilde helpen. U hoeft niets te doen.',
  },
  withdrawn: {
    drawing: 'circleCheck',
    title: 'U liet weten dat u toch niet kunt',
    text: 'Goed dat u het zei. U hoeft niets te doen.',
  },
};

const steps: Record<NextStep, { readonly path: string; readonly text: string }> = {
  board: { path: '/hulpvragen', text: 'Bekijk andere vragen' },
  'my-requests': { path: '/vragen', text: 'Bekijk mijn vragen' },
  agreements: { path: '/afspraken', text: 'Bekijk mijn afspraken' },
  settings: { path: '/bereid', text: 'Kies wat u wilt doen' },
};

export interface LinkGoneData {
  readonly reason: GoneReason;
  readonly next: NextStep;
  /** `dinsdag 24 november`, where it is known which request it was. */
  readonly dayText?: string | undefined;
}

export function linkGonePage(frame: PageFrame, { reason, next, dayText }: LinkGoneData): string {
  const { drawing, title, text } = words[reason];
  const { path, text: step } = steps[next];
  const act = html`<p>${buttonLink(path, step, 'secondary-action')}</p>`;
  const full = dayText === undefined ? text : `De vraag was voor ${dayText}. ${text}`;
  return renderPage({ ...frame, title, body: stateCard(drawing, title, full, act) });
}
