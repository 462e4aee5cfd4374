import type { Belief } from '@app/domain/learning/index.js';
import { policyOf } from '@app/domain/matching/index.js';
import { nextDueAt } from '@app/domain/help-request/index.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { KeyRing } from '@app/platform/crypto/key-ring.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { retention } from '@app/domain/kernel/retention.js';
import { insertRows, type Row } from '../insert-rows.js';
import type { KeptAsk, KeptRequest } from './lived-request-rows.js';
import { sentenceOf } from './request-words.js';
import { expectedOf } from './write-learned.js';

const dayMs = 24 * 3_600_000;
const atOnce = 1_000;
const policyVersion = policyOf('balanced', 'standard').version;

/**
 * Writes requests as the product would have left them: rows, seats, asks; words only where they had not yet gone.
 * @param belief what was believed at the end of the year
 */
export async function writeRequests(
  tx: Transaction,
  keyRing: KeyRing,
  requests: readonly KeptRequest[],
  belief: Belief,
): Promise<void> {
  const { municipalityId } = tx.tenancy;
  const askers = [...new Set(requests.filter((one) => hasWords(one, tx.now)).map(({ place }) => place.askerId))];
  const ciphers = await new PersonVault(keyRing).ciphersOf(tx, askers);
  const words = (one: KeptRequest, number: number): Buffer | null => {
    if (!hasWords(one, tx.now)) return null;
    const at = { table: 'help_request', column: 'summary_enc', rowId: one.state.id };
    return ciphers.get(one.place.askerId)?.seal(sentenceOf(one.category, number), at) ?? null;
  };
  await inParts(requests, (part, from) =>
    insertRows(
      tx,
      'help_request',
      part.map((one, index) => requestRow(municipalityId, one, words(one, from + index))),
    ),
  );
  await inParts(
    requests.flatMap((one) => acceptanceRows(municipalityId, one)),
    (part) => insertRows(tx, 'acceptance', part),
  );
  await inParts(
    requests.flatMap((one) => one.asks.map((ask) => askRow(municipalityId, one, ask, belief))),
    (part) => insertRows(tx, 'ask', part),
  );
}

/** Does something with many things, so many at once. */
export async function inParts<T>(
  things: readonly T[],
  work: (part: readonly T[], from: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < things.length; from += atOnce) await work(things.slice(from, from + atOnce), from);
}

function hasWords({ state }: KeptRequest, now: number): boolean {
  return state.closedAt === null || state.closedAt > now - retention.wordsDays * dayMs;
}

function moment(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}

function requestRow(municipalityId: string, { state, place, category }: KeptRequest, words: Buffer | null): Row {
  const { escalation, outcome } = state;
  return {
    municipality_id: municipalityId,
    id: state.id,
    association_id: place.associationId,
    neighbourhood_code: place.neighbourhoodCode,
    asker_id: place.askerId,
    posted_by_id: place.askerId,
    category,
    urgency: state.urgency,
    status: state.status,
    version: state.version,
    summary_enc: words,
    window_from: new Date(state.windowFrom),
    window_until: new Date(state.windowUntil),
    expected_minutes: state.expectedMinutes,
    helpers_needed: state.helpersNeeded,
    required_trust: state.requiredTrust,
    auto_confirm: state.autoConfirm,
    posted_at: new Date(state.postedAt),
    opened_at: moment(state.openedAt),
    closed_at: moment(state.closedAt),
    escalation_level: escalation.level,
    escalation_reason: escalation.reason,
    coordinator_at: moment(escalation.coordinatorAt),
    desk_at: moment(escalation.deskAt),
    outcome_asked_at: moment(state.outcomeAskedAt),
    outcome_helped: outcome?.helped ?? null,
    outcome_by: outcome?.by ?? null,
    next_due_at: moment(nextDueAt(state)),
  };
}

function acceptanceRows(municipalityId: string, { state }: KeptRequest): Row[] {
  return state.acceptances.map(({ id, personId, trust, status, seat, since }) => ({
    municipality_id: municipalityId,
    id,
    help_request_id: state.id,
    association_id: state.associationId,
    asker_id: state.askerId,
    person_id: personId,
    trust,
    status,
    seat,
    since: new Date(since),
  }));
}

function askRow(municipalityId: string, { state }: KeptRequest, ask: KeptAsk, belief: Belief): Row {
  const { answeredAt, lateAnswerAt, askedAt, learned } = ask;
  const heardAt = learned?.outcome === 'silent' ? null : (answeredAt ?? lateAnswerAt);
  return {
    municipality_id: municipalityId,
    id: ask.id,
    help_request_id: state.id,
    association_id: state.associationId,
    person_id: ask.personId,
    round: 1,
    status: ask.status,
    probability: ask.probability,
    reasons: ['chose-category', 'available-then'],
    policy_version: policyVersion,
    created_at: new Date(askedAt),
    expires_at: new Date(state.windowUntil),
    answered_at: moment(answeredAt),
    late_answer: ask.lateAnswer,
    late_answer_at: moment(lateAnswerAt),
    outcome: learned?.outcome ?? null,
    outcome_minutes: learned && ((heardAt ?? learned.at) - askedAt) / 60_000,
    expected: expectedOf(ask, state.urgency, belief),
    learned_at: moment(learned?.at ?? null),
    channel: 'message',
  };
}
