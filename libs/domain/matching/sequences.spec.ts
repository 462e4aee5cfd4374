import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOUR, type Instant, MINUTE } from '../kernel/time.js';
import { isQuiet } from '../schedule/index.js';
import type { Candidate } from './candidate.js';
import { sendRefusal } from './eligibility.js';
import { asksInLast7Days } from './load.js';
import { neighbour, NOW, planned, request, waveInput } from './neighbours.testing.js';
import type { OutstandingAsk } from './need.js';
import { policyByVersion, policyVersions } from './policy.js';
import { planWave } from './wave.js';

/** Sequences a run; `npm run properties` plays very many more. */
const sequences = Number(process.env['SEQUENCES'] ?? 300);

interface Life {
  readonly personId: string;
  readonly weeklyBudget: number;
  readonly quiet: { readonly fromMinute: number; readonly untilMinute: number };
  readonly asks: Instant[];
  lastDeclinedAt: Instant | null;
}

const lives = fc.array(
  fc.record({
    weeklyBudget: fc.integer({ min: 0, max: 3 }),
    quiet: fc.record({
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      untilMinute: fc.integer({ min: 0, max: 1439 }),
    }),
  }),
  { minLength: 1, maxLength: 12 },
);
const steps = fc.array(
  fc.record({
    waitMinutes: fc.integer({ min: 1, max: 2000 }),
    urgent: fc.boolean(),
    looks: fc.integer({ min: 1, max: 5 }),
    // Between choosing and sending time passes, and with it an hour may become quiet.
    sendDelayMinutes: fc.integer({ min: 0, max: 30 }),
    // Who says no to something else before the wave leaves; nobody when they are not chosen.
    refuser: fc.nat(11),
  }),
  { minLength: 1, maxLength: 12 },
);

function minuteOf(at: Instant): number {
  return Math.floor(at / MINUTE) % 1440;
}

function candidateOf(life: Life, now: Instant, asked: ReadonlySet<string>): Candidate {
  return neighbour(life.personId, {
    weeklyBudget: life.weeklyBudget,
    asksLast7Days: asksInLast7Days(life.asks, now),
    asksEver: life.asks.length,
    lastDeclinedAt: life.lastDeclinedAt,
    quietNow: isQuiet(minuteOf(now), life.quiet),
    alreadyAskedForThis: asked.has(life.personId),
  });
}

/** What the sender does: it counts this ask, looks again, and takes back what may not go out. */
function send(life: Life, now: Instant): boolean {
  life.asks.push(now);
  const refusal = sendRefusal(
    {
      requestOpen: true,
      blocked: false,
      pausedUntil: null,
      lastDeclinedAt: life.lastDeclinedAt,
      lastCompletedAt: null,
      quietNow: isQuiet(minuteOf(now), life.quiet),
      asksLast7Days: asksInLast7Days(life.asks, now),
      weeklyBudget: life.weeklyBudget,
    },
    now,
  );
  if (refusal !== null) life.asks.pop();
  return refusal === null;
}

it(
  'never breaks a budget, a quiet hour or the rest after a no, whatever comes one after another',
  () => {
    let sent = 0;
    fc.assert(
      fc.property(lives, steps, fc.constantFrom(...policyVersions), (people, days, version) => {
        const everyone: Life[] = people.map((one, index) => ({
          ...one,
          personId: `p${index}`,
          asks: [],
          lastDeclinedAt: null,
        }));
        const policy = policyByVersion(version)!;
        let now = NOW;
        for (const { waitMinutes, urgent, looks, sendDelayMinutes, refuser } of days) {
          now += waitMinutes * MINUTE;
          const window = urgent ? 2 * HOUR : 48 * HOUR;
          const subject = (urgent ? request : planned)({ openedAt: now, deadline: now + window });
          const asked = new Set<string>();
          const outstanding: OutstandingAsk[] = [];
          for (let look = 0; look < looks; look += 1) {
            const { asks, nextTickInMs } = planWave(
              waveInput({
                request: subject,
                now,
                localNow: { weekday: 'tuesday', minuteOfDay: minuteOf(now) },
                round: look,
                candidates: everyone.map((life) => candidateOf(life, now, asked)),
                outstanding,
                policy,
              }),
            );
            const sendAt = now + sendDelayMinutes * MINUTE;
            const saidNo = everyone.find(({ personId }) => personId === `p${refuser}` && look === 1);
            if (saidNo) saidNo.lastDeclinedAt = now;
            for (const { personId, probability } of asks) {
              const life = everyone.find((one) => one.personId === personId)!;
              expect(asked.has(personId)).toBe(false);
              asked.add(personId);
              if (!send(life, sendAt)) continue;
              sent += 1;
              expect(isQuiet(minuteOf(sendAt), life.quiet)).toBe(false);
              expect(sendAt - (life.lastDeclinedAt ?? 0)).toBeGreaterThanOrEqual(24 * HOUR);
              expect(asksInLast7Days(life.asks, sendAt)).toBeLessThanOrEqual(life.weeklyBudget);
              outstanding.push({ personId, probability, askedAt: sendAt });
            }
            now = Math.max(now + nextTickInMs, sendAt);
          }
        }
      }),
      { numRuns: sequences },
    );
    expect(sent).toBeGreaterThan(sequences);
  },
  60 * 60_000,
);
