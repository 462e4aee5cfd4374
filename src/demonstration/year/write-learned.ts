import {
  afterAnswer,
  type Belief,
  type Drift,
  driftVerdict,
  noDrift,
  repliedWithin,
  roughPriors,
} from '@app/domain/learning/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { insertRows } from '../insert-rows.js';
import type { KeptAsk, KeptRequest } from './lived-request-rows.js';
import type { LivedLearning } from './lived-year.js';

const minuteMs = 60_000;

/** Chance of a yes in the time there was, as it was believed when asking; null for an ask that was not learned from yet. */
export function expectedOf(
  { probability, askedAt, learned }: KeptAsk,
  urgency: KeptRequest['state']['urgency'],
  { replyDelay }: Belief,
): number | null {
  if (learned === null) return null;
  return probability * repliedWithin((learned.at - askedAt) / minuteMs, replyDelay[urgency]);
}

/** Stores what the year taught: what is believed of everybody, two numbers a person, and whether chances still hold. */
export async function writeLearned(
  tx: Transaction,
  { belief, effects }: LivedLearning,
  requests: readonly KeptRequest[],
  personOf: (livedId: string) => string,
): Promise<void> {
  const { municipalityId: municipality_id } = tx.tenancy;
  // As the product leaves it: the first guess stays, and what was learned follows it.
  for (const body of [{ ...roughPriors(), version: 0 }, belief])
    await tx.query(
      'INSERT INTO matching_belief (municipality_id, version, body, learned_at) VALUES ($1, $2, $3, app_now())',
      [municipality_id, body.version, JSON.stringify(body)],
    );
  await insertRows(
    tx,
    'personal_effect',
    effects.map(({ personId, effect: { mean, variance } }) => ({
      municipality_id,
      person_id: personOf(personId),
      mean,
      variance,
    })),
  );
  const { drift, since } = driftOf(requests, belief);
  await insertRows(tx, 'matching_drift', [
    {
      municipality_id,
      likelier: drift.likelier,
      less_likely: drift.lessLikely,
      since: since === null ? null : new Date(since),
    },
  ]);
}

/** What the answers of the year say of whether chances hold, counted one by one as they were learned from. */
function driftOf(
  requests: readonly KeptRequest[],
  belief: Belief,
): { readonly drift: Drift; readonly since: number | null } {
  const lessons = requests
    .flatMap(({ state, asks }) =>
      asks.flatMap((ask) => {
        const expected = expectedOf(ask, state.urgency, belief);
        return ask.learned && expected !== null ? [{ ...ask.learned, personId: ask.personId, expected }] : [];
      }),
    )
    .toSorted((a, b) => a.at - b.at || (a.personId < b.personId ? -1 : 1));
  let drift = noDrift;
  let since: number | null = null;
  for (const { at, expected, outcome } of lessons) {
    drift = afterAnswer(drift, expected, outcome === 'yes');
    since = driftVerdict(drift) === null ? null : (since ?? at);
  }
  return { drift, since };
}
