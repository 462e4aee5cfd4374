import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, type Instant, MINUTE } from '../kernel/time.js';
import { trustLevels, urgencies } from '../kernel/vocabulary.js';
import { nextDueAt } from './clock.js';
import type { EditCommand, HelpRequestCommand, PostCommand } from './commands.js';
import { decide } from './decide.js';
import { evolveAll } from './evolve.js';
import { post, START, tick } from './scenario.testing.js';
import { activeAcceptances, type HelpRequestState, isFinal, seatsLeft } from './state.js';

/** Histories a property; `npm run properties` plays very many more. */
const sequences = Number(process.env['SEQUENCES'] ?? 500);
const patience = 60 * 60_000;

const people = fc.constantFrom('asker', 'anja', 'bert', 'cor', 'dirk', 'els');
const instants = fc.integer({ min: -60, max: 20 * 24 * 60 }).map((minutes) => START + minutes * MINUTE);

const posts: fc.Arbitrary<PostCommand> = fc
  .record({
    urgency: fc.constantFrom(...urgencies),
    windowFrom: instants,
    windowUntil: instants,
    helpersNeeded: fc.integer({ min: 1, max: 4 }),
    requiredTrust: fc.constantFrom(...trustLevels),
    autoConfirm: fc.boolean(),
    hasAddress: fc.boolean(),
    contactConfirmed: fc.boolean(),
    needsReview: fc.boolean(),
    hasOrganisation: fc.boolean(),
  })
  .map(post);

const accepts = fc.record({
  type: fc.constant('accept' as const),
  acceptanceId: fc.uuid(),
  personId: people,
  trust: fc.constantFrom(...trustLevels),
  openAgreements: fc.integer({ min: 0, max: 3 }),
  waitlist: fc.boolean(),
});

/** An edit by somebody who saw the newest version: the version is filled in when it is given. */
const edits: fc.Arbitrary<EditCommand> = fc.record(
  {
    type: fc.constant('edit' as const),
    expectedVersion: fc.constant(0),
    windowFrom: instants,
    windowUntil: instants,
    hasAddress: fc.boolean(),
  },
  { requiredKeys: ['type', 'expectedVersion'] },
);

const commands: fc.Arbitrary<HelpRequestCommand> = fc.oneof(
  { weight: 6, arbitrary: accepts },
  { weight: 3, arbitrary: people.map((personId) => ({ type: 'withdraw' as const, personId })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('approve', 'confirm', 'tick', 'escalate-unreachable').map((type) => ({ type })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'cancel' as const }) },
  { weight: 1, arbitrary: fc.boolean().map((needsReview) => ({ type: 'confirm-contact' as const, needsReview })) },
  { weight: 1, arbitrary: edits },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('record-outcome' as const),
      by: fc.constantFrom('asker', 'helper'),
      personId: people,
      helped: fc.boolean(),
    }),
  },
);

/** Minutes that pass before each command: mostly none or few, sometimes days. */
const pauses = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 6 * 24 * 60 }));
const histories = fc.array(fc.tuple(commands, pauses), { maxLength: 40 });

interface Visited {
  readonly state: HelpRequestState;
  readonly before: HelpRequestState | null;
  readonly now: Instant;
}

function play(first: PostCommand, history: readonly (readonly [HelpRequestCommand, number])[]): readonly Visited[] {
  const visited: Visited[] = [];
  let state: HelpRequestState | null = null;
  let now = START;
  for (const [command, pause] of [[first, 0] as const, ...history]) {
    now += pause * MINUTE;
    const current: HelpRequestState | null = state;
    const given = command.type === 'edit' ? { ...command, expectedVersion: current?.version ?? 0 } : command;
    const decision = decide(given, current, now);
    if (!decision.ok) continue;
    const next: HelpRequestState | null = evolveAll(current, decision.events);
    if (next === null) continue;
    visited.push({ state: next, before: current, now });
    state = next;
  }
  return visited;
}

it(
  'keeps its promises through any history',
  () => {
    fc.assert(
      fc.property(posts, histories, (first, history) => {
        for (const { state, before } of play(first, history)) {
          const active = activeAcceptances(state);
          expect(active.length).toBeLessThanOrEqual(state.helpersNeeded);
          expect(new Set(active.map(({ seat }) => seat)).size).toBe(active.length);
          expect(new Set(active.map(({ personId }) => personId)).size).toBe(active.length);
          expect(active.some(({ personId }) => personId === state.askerId)).toBe(false);
          if (['open', 'matched', 'confirmed'].includes(state.status)) {
            expect(state.status === 'open').toBe(seatsLeft(state) > 0);
          }
          if (before !== null && isFinal(before.status)) expect(isFinal(state.status)).toBe(true);
          expect(isFinal(state.status)).toBe(state.closedAt !== null);
          expect(state.escalation.level).toBeGreaterThanOrEqual(before?.escalation.level ?? 0);
        }
      }),
      { numRuns: sequences },
    );
  },
  patience,
);

it(
  'has something due until it is closed, and a tick does all of it',
  () => {
    fc.assert(
      fc.property(posts, histories, fc.integer({ min: 0, max: 20 * DAY }), (first, history, later) => {
        const last = play(first, history).at(-1);
        if (last === undefined) return;
        const { state } = last;
        const due = nextDueAt(state);
        expect(due === null).toBe(isFinal(state.status));
        const now = last.now + later;
        const decision = decide(tick, state, now);
        const events = decision.ok ? decision.events : [];
        expect(events.length > 0).toBe(due !== null && due <= now);
        expect(decide(tick, evolveAll(state, events), now)).toEqual({ ok: true, events: [] });
      }),
      { numRuns: sequences },
    );
  },
  patience,
);

it(
  'comes to an end when only the clock goes on',
  () => {
    fc.assert(
      fc.property(posts, histories, (first, history) => {
        let state = play(first, history).at(-1)?.state;
        if (state === undefined) return;
        for (let ticks = 0; ticks < 6; ticks += 1) {
          const due = nextDueAt(state);
          if (due === null) break;
          const decision = decide(tick, state, due);
          state = evolveAll(state, decision.ok ? decision.events : []);
        }
        expect(isFinal(state.status)).toBe(true);
      }),
      { numRuns: sequences },
    );
  },
  patience,
);
