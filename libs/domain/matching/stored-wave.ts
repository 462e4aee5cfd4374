import { type Belief, featureLayout } from '../learning/index.js';
import type { EligiblePerson } from './candidate.js';
import { policyByVersion } from './policy.js';
import { poolFrom, poolOf } from './pool.js';
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
  const { eligible, quiet, overBudget } = poolOf(plan.pool === null ? [] : candidates, input.request, input.now);
  return {
    ...question,
    policyVersion: policy.version,
    belief: { version, layout, weights, replyDelay, declines },
    people: plan.pool === null ? null : { ...columnsOf(eligible), quiet, overBudget },
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
  const pool = people === null ? poolFrom([], 0, 0) : poolFrom(peopleOf(people), people.quiet, people.overBudget);
  return { ok: true, plan: planFrom({ ...question, policy, belief: { ...belief, covariance: [] } }, () => pool) };
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

function peopleOf(columns: StoredPeople): readonly EligiblePerson[] {
  return columns.personId.map((personId, row) => ({
    personId,
    distanceKm: columns.distanceKm[row]!,
    distanceClass: columns.distanceClass[row]!,
    weeklyBudget: columns.weeklyBudget[row]!,
    asksLast7Days: columns.asksLast7Days[row]!,
    fatigue: columns.fatigue[row]!,
    asksEver: columns.asksEver[row]!,
    experience: columns.experience[row]!,
    thankedRecently: columns.thankedRecently[row]!,
    personalEffect: columns.personalEffect[row]!,
  }));
}
