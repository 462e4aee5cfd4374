import { beforeAll, describe, expect, it } from '@jest/globals';
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/time.js';
import { requestStatuses } from '../kernel/vocabulary.js';
import { nextDueAt } from './clock.js';
import type { HelpRequestCommand } from './commands.js';
import { decide } from './decide.js';
import { evolveAll } from './evolve.js';
import {
  accept,
  approve,
  cancel,
  confirm,
  editOf,
  outcome,
  post,
  START,
  tick,
  unreachable,
} from './scenario.testing.js';
import { activeAcceptances, type HelpRequestState, isFinal, liveAcceptanceOf } from './state.js';
import { transitions } from './transitions.js';

/**
 * Walks every state that two or three people, one asker and four moments can bring about. Moments are those at which
 * something can be different: the start, after the first step of the clock, after the window, after all patience.
 */
const moments: readonly Instant[] = [START, START + 45 * MINUTE, START + 2 * HOUR, START + 9 * DAY];

const posts = [
  post({ contactConfirmed: false }),
  post({ needsReview: true }),
  post(),
  post({ helpersNeeded: 2 }),
  post({ autoConfirm: true }),
  post({ autoConfirm: true, helpersNeeded: 2, hasOrganisation: false }),
];

function commandsOn(state: HelpRequestState): readonly HelpRequestCommand[] {
  const people = ['anja', 'bert', 'cor'];
  return [
    { type: 'confirm-contact', needsReview: true },
    { type: 'confirm-contact', needsReview: false },
    approve,
    ...people.map((personId) =>
      accept(personId, {
        acceptanceId: `yes-${state.acceptances.length}-of-${personId}`,
        trust: personId === 'bert' ? 'vouched' : 'none',
      }),
    ),
    ...people.map((personId): HelpRequestCommand => ({ type: 'withdraw', personId })),
    { type: 'withdraw', personId: 'anja', personIdsAtLimit: ['bert'] },
    confirm,
    editOf(state, { expectedMinutes: 20 }),
    editOf(state, { hasAddress: true }),
    cancel,
    outcome('asker', 'asker', true),
    outcome('asker', 'asker', false),
    outcome('helper', 'anja', true),
    outcome('helper', 'anja', false),
    tick,
    unreachable,
  ];
}

interface Step {
  readonly from: HelpRequestState | null;
  readonly command: HelpRequestCommand;
  readonly at: Instant;
  readonly to: HelpRequestState;
}

interface Walked {
  readonly state: HelpRequestState;
  readonly moment: number;
}

/** What can matter for what follows: not who left, nor how often something was edited. */
function keyOf({ state, moment }: Walked): string {
  const acceptances = state.acceptances
    .filter(({ personId }) => liveAcceptanceOf(state, personId) !== undefined)
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ personId, status, seat }) => [personId, status, seat]);
  return JSON.stringify([moment, { ...state, version: 0, openedAt: 0, acceptances }]);
}

function walk(): { steps: Step[]; states: Walked[] } {
  const steps: Step[] = [];
  const states = new Map<string, Walked>();
  const queue: Walked[] = [];
  const take = (from: HelpRequestState | null, command: HelpRequestCommand, moment: number): void => {
    const at = moments[moment]!;
    const decision = decide(command, from, at);
    if (!decision.ok || decision.events.length === 0) return;
    const state = evolveAll(from, decision.events)!;
    steps.push({ from, command, at, to: state });
    arrive({ state, moment });
  };
  const arrive = (walked: Walked): void => {
    const key = keyOf(walked);
    if (states.has(key)) return;
    states.set(key, walked);
    queue.push(walked);
  };
  for (const command of posts) take(null, command, 0);
  for (let walked = queue.pop(); walked !== undefined; walked = queue.pop()) {
    const { state, moment } = walked;
    for (const command of commandsOn(state)) take(state, command, moment);
    if (moment + 1 < moments.length) arrive({ state, moment: moment + 1 });
  }
  return { steps, states: [...states.values()] };
}

describe('every state that can be reached', () => {
  let steps: Step[] = [];
  let states: Walked[] = [];
  beforeAll(() => {
    ({ steps, states } = walk());
  });

  it('is reached by the transitions of the table, and the table holds no others', () => {
    const seen = new Set(steps.map(({ from, command, to }) => `${from?.status} ${command.type} ${to.status}`));
    const told = transitions.flatMap(({ from, command, to }) =>
      to.map((status) => `${from ?? undefined} ${command} ${status}`),
    );
    expect([...seen].toSorted()).toEqual(told.toSorted());
  });

  it('covers every status', () => {
    expect(new Set(states.map(({ state }) => state.status))).toEqual(new Set(requestStatuses));
  });

  it('never has more people than seats, nor two on one seat, nor one person twice', () => {
    const wrong = states.filter(({ state: { acceptances, helpersNeeded } }) => {
      const live = acceptances.filter(({ status }) => ['accepted', 'confirmed', 'waitlisted'].includes(status));
      const seats = acceptances.flatMap(({ seat }) => seat ?? []);
      return (
        new Set(seats).size !== seats.length ||
        seats.some((seat) => seat < 1 || seat > helpersNeeded) ||
        new Set(live.map(({ personId }) => personId)).size !== live.length ||
        acceptances.some(({ status, seat }) => (seat !== null) !== ['accepted', 'confirmed'].includes(status))
      );
    });
    expect(wrong).toEqual([]);
  });

  it('is open, matched or confirmed exactly as its seats are', () => {
    const wrong = states.filter(({ state }) => {
      const active = activeAcceptances(state);
      const full = active.length === state.helpersNeeded;
      const welcome = active.every(({ status }) => status === 'confirmed');
      if (state.status === 'open') return full;
      if (state.status === 'matched') return !full || welcome;
      return state.status === 'confirmed' && !(full && welcome);
    });
    expect(wrong).toEqual([]);
  });

  it('has no new winner once it is closed, and stays closed', () => {
    const fromFinal = steps.filter(({ from }) => from !== null && isFinal(from.status));
    expect(fromFinal.length).toBeGreaterThan(0);
    expect(fromFinal.filter(({ from, to }) => !isFinal(to.status) || to.acceptances !== from?.acceptances)).toEqual([]);
  });

  it('is left with nothing due after a tick, and before it exactly what the clock announced', () => {
    const wrong = states.filter(({ state, moment }) => {
      const now = moments[moment]!;
      const due = nextDueAt(state);
      const decision = decide(tick, state, now);
      if (!decision.ok || (due === null) !== isFinal(state.status)) return true;
      if (decision.events.length > 0 !== (due !== null && due <= now)) return true;
      const dueAfter = nextDueAt(evolveAll(state, decision.events));
      return dueAfter !== null && dueAfter <= now;
    });
    expect(wrong).toEqual([]);
  });

  it('raises the version by one with every step', () => {
    expect(steps.filter(({ from, to }) => to.version !== (from?.version ?? 0) + 1)).toEqual([]);
  });
});
