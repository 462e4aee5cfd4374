import fc from 'fast-check';
import { endings, type Fact } from './fact.js';
import { fact } from './facts.testing.js';
import { quarterOf } from './quarter.js';

const DAY = 86_400_000;
const newYear = Date.UTC(2026, 0, 1);

const personKinds = ['joined', 'willing', 'paused', 'asked', 'helped', 'left'] as const;
const caseKinds = ['case-opened', 'case-asked', 'case-yes', 'case-no', 'case-ended'] as const;
const thingKinds = ['question-asked', 'question-moved', 'question-signal', 'question-ended', 'circle-turn'] as const;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const place = fc.constantFrom(
  { districtCode: 'WK032700', organisationId: 'oost' },
  { districtCode: 'WK032703', organisationId: 'achterveld' },
);
const moment = fc.integer({ min: newYear, max: newYear + 800 * DAY });
function codeOf(kind: Fact['kind'], at: number, undone: boolean, pauseDays: number): string {
  if (kind === 'paused') return pauseDays > 20 ? dayOf(at + pauseDays * DAY) : '';
  if (kind === 'helped') return undone ? 'no' : 'yes';
  return kind === 'willing' ? 'not-yet' : '';
}
const personFact = fc
  .record({
    kind: fc.constantFrom(...personKinds),
    at: moment,
    place,
    person: fc.nat(4),
    taken: fc.boolean(),
    pause: fc.nat(300),
    help: fc.nat(3),
  })
  .map(({ kind, at, place: where, person, taken, pause, help }) => ({
    ...fact(kind, dayOf(at), where),
    at,
    historyId: `person-${person}`,
    code: codeOf(kind, at, taken, pause),
    detail: kind === 'helped' ? `request-${help}` : '',
    amount: kind === 'asked' && taken ? -1 : 1,
  }));
const caseFact = fc
  .record({
    kind: fc.constantFrom(...caseKinds),
    at: moment,
    place,
    request: fc.nat(4),
    ending: fc.constantFrom(...endings),
  })
  .map(({ kind, at, place: where, request, ending }) => ({
    ...fact(kind, dayOf(at), where),
    at,
    historyId: `request-${request}`,
    code: kind === 'case-ended' ? ending : kind === 'case-opened' ? 'planned' : '',
    detail: kind === 'case-opened' ? 'ride' : '',
  }));

const thingFact = fc
  .record({ kind: fc.constantFrom(...thingKinds), at: moment, place, thing: fc.nat(4), answered: fc.boolean() })
  .map(({ kind, at, place: where, thing, answered }) => ({
    ...fact(kind, dayOf(at), where),
    at,
    // A circle is another one in each quarter.
    historyId: kind === 'circle-turn' ? `circle-${thing}-${quarterOf(dayOf(at))}` : `question-${thing}`,
    code: kind === 'circle-turn' ? 'member' : answered ? 'answered' : 'withdrawn',
    detail: 'other',
  }));

const gatheringFact = fc
  .record({
    at: moment,
    place,
    gathering: fc.nat(2),
    day: fc.nat(3),
    code: fc.constantFrom('held', 'cancelled', 'not-held', 'untold'),
    detail: fc.constantFrom('coffee', 'walk'),
    came: fc.nat(30),
  })
  .map(({ at, place: where, gathering, day, code, detail, came }) => ({
    ...fact('gathering-date', dayOf(newYear + day * DAY), where),
    at,
    historyId: `gathering-${gathering}`,
    code,
    detail,
    amount: code === 'held' ? came : 0,
  }));

/** A fact of one of a few people, requests, questions, circles or gatherings, somewhere in two years. */
export const anyFact: fc.Arbitrary<Fact> = fc.oneof(personFact, caseFact, thingFact, gatheringFact);
