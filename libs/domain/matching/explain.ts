import { HOUR } from '../kernel/time.js';
import type { MaxDistance } from '../kernel/vocabulary.js';
import { isAskingHour } from './asking-hours.js';
import type { EligiblePerson } from './candidate.js';
import { peopleOf, replayWave, type ReplayRefusal, type StoredWave } from './stored-wave.js';
import type { WavePlan } from './wave.js';

/** A decision in plain Dutch, for the coordinator of the request. */
export interface DecisionExplanation {
  /** Why this many, and what came from where. */
  readonly wave: readonly string[];
  /** Why each of these people, in the order in which they were chosen. */
  readonly people: readonly { readonly personId: string; readonly why: readonly string[] }[];
  /** Preset and tempo with their version. */
  readonly policyVersion: string;
}

/**
 * Tells a coordinator why these people were asked and why this many. It speaks of what the policy weighs, never of how
 * somebody answered: who said no is theirs alone, and so is how likely somebody is to say yes.
 */
export function explainDecision(
  stored: StoredWave,
):
  | { readonly ok: true; readonly explanation: DecisionExplanation }
  | { readonly ok: false; readonly refusal: ReplayRefusal } {
  const replayed = replayWave(stored);
  if (!replayed.ok) return replayed;
  const { plan } = replayed;
  const everyone = peopleOf(stored);
  const people = plan.asks.flatMap(({ personId }) =>
    everyone
      .filter((one) => one.personId === personId)
      .map((person) => ({ personId, why: whyThisPerson(person, everyone, stored, plan) })),
  );
  return {
    ok: true,
    explanation: { wave: whyThisMany(stored, plan), people, policyVersion: stored.policyVersion },
  };
}

function whyThisMany(stored: StoredWave, plan: WavePlan): readonly string[] {
  if (stored.request.urgency === 'planned' && !isAskingHour(stored.localNow))
    return ['Zonder haast vragen wij alleen mensen tussen 8 uur en 21 uur.'];
  if (plan.alone) return [aloneSentence(plan)];
  const seats = stored.request.seatsLeft;
  const goal =
    seats > 1
      ? `Er zijn nog ${seats} mensen nodig. Per plek willen wij ${percent(plan.target)} kans op een ja binnen ${spanOf(plan.horizonMinutes)}.`
      : `Wij willen ${percent(plan.target)} kans op een ja binnen ${spanOf(plan.horizonMinutes)}.`;
  return [goal, ...earlierSentences(stored), ...sizeSentences(plan), ...sparedSentences(stored, plan)];
}

function aloneSentence({ asks, nextTickInMs }: WavePlan): string {
  const span = spanOf(nextTickInMs / 60_000);
  return asks.length === 0
    ? `De vrager wil graag dezelfde buur als eerder. Daarop wachten wij nog ${span}.`
    : `De vrager wil graag dezelfde buur als eerder. Daarom vragen wij ${span} lang alleen die buur.`;
}

/** Not how many asks are still open: where one buur was asked and none is open, everybody knows who said no. */
function earlierSentences({ round }: StoredWave): readonly string[] {
  return round === 0 ? [] : ['Wat wij nog verwachten van wie al gevraagd is, telt mee.'];
}

function sizeSentences({ asks, deficit, cover, pace }: WavePlan): readonly string[] {
  const slowed =
    pace < 1 ? ['Veel mensen zijn deze week al genoeg gevraagd. Daarom vragen wij er nu minder tegelijk.'] : [];
  if (deficit === 0) return [...slowed, 'Nu vragen wij er niemand bij.'];
  if (asks.length === 0) return [...slowed, 'Er is nu niemand die wij kunnen vragen.'];
  const asked = asks.length === 1 ? 'Daarom vragen wij 1 buur.' : `Daarom vragen wij ${asks.length} buren.`;
  return [...slowed, asked, ...(cover < deficit ? ['Meer mensen kunnen wij nu niet vragen.'] : [])];
}

function sparedSentences({ areaBelowItsShare, request }: StoredWave, { pool, newcomersPreferred, asks }: WavePlan) {
  const spared: string[] = [];
  if (pool !== null && pool.overBudget > 0)
    spared.push(
      `${peopleWho(pool.overBudget, 'past', 'passen')} ook, maar ${verb(pool.overBudget, 'kreeg', 'kregen')} deze week al genoeg vragen.`,
    );
  if (pool !== null && pool.quiet > 0)
    spared.push(
      `${peopleWho(pool.quiet, 'past', 'passen')} ook, maar ${verb(pool.quiet, 'wil', 'willen')} op dit uur geen vragen.`,
    );
  if (asks.length > 0 && newcomersPreferred)
    spared.push('Er is nog tijd. Daarom gaan mensen voor die nog nooit hielpen.');
  if (asks.length > 0 && request.urgency === 'acute')
    spared.push('Er is haast. Daarom krijgen mensen die nog nooit hielpen nu geen voorrang.');
  if (areaBelowItsShare === true)
    spared.push(
      'In deze buurt lukt het minder vaak om hulp te vinden. Daarom vragen wij ook meteen mensen van verder weg.',
    );
  return spared;
}

function whyThisPerson(
  { personId, distanceClass, experience, asksEver, asksLast7Days }: EligiblePerson,
  everyone: readonly EligiblePerson[],
  { askedBefore, meanAsksEver }: StoredWave,
  { alone, newcomersPreferred }: WavePlan,
): readonly string[] {
  if (alone) return ['Hielp deze vrager eerder.'];
  const reasons = [placeSentences[distanceClass]];
  if (askedBefore?.includes(personId))
    reasons.unshift('Kreeg deze vraag eerder. Toen was er al een andere buur, die toch niet kan.');
  if (newcomersPreferred && experience === 'never') reasons.push('Hielp nog niet eerder en krijgt daarom voorrang.');
  if (asksEver === 0) reasons.push('Is nog nooit gevraagd.');
  else {
    if (asksEver < (meanAsksEver ?? meanOf(everyone.map((one) => one.asksEver))))
      reasons.push('Is minder vaak gevraagd dan anderen.');
    if (asksLast7Days === 0) reasons.push('Kreeg deze week nog geen vraag.');
  }
  return reasons;
}

const placeSentences: Record<MaxDistance, string> = {
  'own-neighbourhood': 'Woont in dezelfde buurt.',
  district: 'Woont in dezelfde wijk.',
  municipality: 'Wil ook verder van huis helpen.',
};

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}

function peopleWho(count: number, one: string, many: string): string {
  return count === 1 ? `1 buur ${one}` : `${count} buren ${many}`;
}

function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function spanOf(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  if (whole < 90) return whole === 1 ? '1 minuut' : `${whole} minuten`;
  return `${Math.round((whole * 60_000) / HOUR)} uur`;
}
