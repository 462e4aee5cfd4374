import { afterAsk, afterHelp } from '@app/domain/matching/index.js';
import type { KeptRequest } from './lived-request-rows.js';

const weekMs = 7 * 24 * 3_600_000;

/** What the planner knows of somebody's load, as the product keeps it up to date with each ask and help. */
export interface Load {
  readonly recentAskTimes: readonly number[];
  readonly asksTotal: number;
  readonly fatigue: number;
  readonly fatigueAt: number | null;
  readonly lastDeclinedAt: number | null;
  readonly lastCompletedAt: number | null;
  readonly helpsCompleted: number;
  readonly firstHelpAt: number | null;
}

type Happening = { readonly at: number; readonly personId: string; readonly what: 'asked' | 'declined' | 'helped' };

/** The load of everybody of whom something happened, as it is now, by person. */
export function loadsOf(requests: readonly KeptRequest[], now: number): ReadonlyMap<string, Load> {
  const loads = new Map<string, Load>();
  const happenings = requests.flatMap(happeningsOf).toSorted((a, b) => a.at - b.at);
  for (const { at, personId, what } of happenings) {
    const load = loads.get(personId) ?? none;
    loads.set(personId, after(load, at, what, now));
  }
  return loads;
}

const none: Load = {
  recentAskTimes: [],
  asksTotal: 0,
  fatigue: 0,
  fatigueAt: null,
  lastDeclinedAt: null,
  lastCompletedAt: null,
  helpsCompleted: 0,
  firstHelpAt: null,
};

function after(load: Load, at: number, what: Happening['what'], now: number): Load {
  const tired = load.fatigueAt ?? at;
  switch (what) {
    case 'asked':
      return {
        ...load,
        recentAskTimes: at > now - weekMs ? [...load.recentAskTimes, at] : [],
        asksTotal: load.asksTotal + 1,
        fatigue: afterAsk(load.fatigue, tired, at),
        fatigueAt: at,
      };
    case 'declined':
      return { ...load, lastDeclinedAt: at };
    case 'helped':
      return {
        ...load,
        fatigue: afterHelp(load.fatigue, tired, at),
        fatigueAt: at,
        lastCompletedAt: at,
        helpsCompleted: load.helpsCompleted + 1,
        firstHelpAt: load.firstHelpAt ?? at,
      };
  }
}

function happeningsOf({ state, asks }: KeptRequest): Happening[] {
  const { closedAt, acceptances } = state;
  return [
    ...asks.map(({ personId, askedAt: at }): Happening => ({ at, personId, what: 'asked' })),
    ...asks.flatMap(({ personId, status, answeredAt: at }): Happening[] =>
      status === 'no' && at !== null ? [{ at, personId, what: 'declined' }] : [],
    ),
    ...(state.status === 'completed' && closedAt !== null
      ? acceptances.map(({ personId }): Happening => ({ at: closedAt, personId, what: 'helped' }))
      : []),
  ];
}
