import { type Belief, featureLayout } from '../learning/index.js';
import type { EligiblePerson } from './candidate.js';
import { policyByVersion } from './policy.js';
import { type Pool, poolFrom, poolOf } from './pool.js';
import { planFrom, type WaveInput, type WavePlan, type WaveQuestion } from './wave.js';

/** What of a belief a decision rests on: all but the doubts about it. */
type BeliefInUse = Omit<Belief, 'covariance'>;

/**
 * All that a decision rested on, as plain JSON: enough to make the same decision again later, when load and beliefs have
 * long changed. Holds ids of people and nothing else that names them.
 */
export interface StoredWave extends Omit<WaveQuestion, 'policy' | 'belief'> {
  readonly policyVersion: string;
  readonly belief: BeliefInUse;
  /** Those who might have been asked, a column a field; null when nobody had to be looked at. */
  readonly people: StoredPeople | null;
}

type Columns = { readonly [Field in keyof EligiblePerson]: readonly EligiblePerson[Field][] };

interface StoredPeople extends Columns {
  readonly quiet: number;
  readonly overBudget: number;
}

/** Why a stored decision cannot be made again. */
export type ReplayRefusal = 'unknown-policy' | 'unknown-layout';

/** What to store of a wave; only those who might have been asked are kept, the others change nothing. */
export function storedWave(input: WaveInput, plan: WavePlan): StoredWave {
  const { candidates, policy, belief, ...question } = input;
  const { version, layout, weights, replyDelay, declines } = belief;
  return {
    ...question,
    policyVersion: policy.version,
    belief: { version, layout, weights, replyDelay, declines },
    people: plan.pool === null ? null : keptOf(poolOf(candidates, input.request, input.now)),
  };
}

/** Makes a stored decision again. */
export function replayWave(
  stored: StoredWave,
): { readonly ok: true; readonly plan: WavePlan } | { readonly ok: false; readonly refusal: ReplayRefusal } {
  const { policyVersion, belief, people, ...question } = stored;
  const policy = policyByVersion(policyVersion);
  if (!policy) return { ok: false, refusal: 'unknown-policy' };
  if (belief.layout !== featureLayout) return { ok: false, refusal: 'unknown-layout' };
  const pool = poolFrom(peopleOf(stored), people?.quiet ?? 0, people?.overBudget ?? 0);
  return { ok: true, plan: planFrom({ ...question, policy, belief: { ...belief, covariance: [] } }, () => pool) };
}

function keptOf({ eligible, quiet, overBudget }: Pool): StoredPeople {
  return { ...columnsOf(eligible), quiet, overBudget };
}

function columnsOf(people: readonly EligiblePerson[]): Columns {
  return {
    personId: people.map(({ personId }) => personId),
    distanceKm: people.map(({ distanceKm }) => distanceKm),
    distanceClass: people.map(({ distanceClass }) => distanceClass),
    weeklyBudget: people.map(({ weeklyBudget }) => weeklyBudget),
    asksLast7Days: people.map(({ asksLast7Days }) => asksLast7Days),
    fatigue: people.map(({ fatigue }) => fatigue),
    asksEver: people.map(({ asksEver }) => asksEver),
    experience: people.map(({ experience }) => experience),
    thankedRecently: people.map(({ thankedRecently }) => thankedRecently),
    personalEffect: people.map(({ personalEffect }) => personalEffect),
  };
}

/** Those who might have been asked, in the order in which they were kept; nobody when nobody was looked at. */
export function peopleOf({ people }: StoredWave): readonly EligiblePerson[] {
  if (people === null) return [];
  return people.personId.map((personId, row) => ({
    personId,
    distanceKm: people.distanceKm[row]!,
    distanceClass: people.distanceClass[row]!,
    weeklyBudget: people.weeklyBudget[row]!,
    asksLast7Days: people.asksLast7Days[row]!,
    fatigue: people.fatigue[row]!,
    asksEver: people.asksEver[row]!,
    experience: people.experience[row]!,
    thankedRecently: people.thankedRecently[row]!,
    personalEffect: people.personalEffect[row]!,
  }));
}
