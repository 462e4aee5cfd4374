import { Inject, Injectable } from '@nestjs/common';
import type { NeighbourCall } from '@app/contracts/http/calls.js';
import type { ViewReason } from '@app/contracts/http/contact-views.js';
import { nextToCall } from '@app/domain/matching/index.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { RequestDigest, RequestReader, type RequestDigestView } from '@app/features/help-requests/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import type { AskRow } from './ask.row.js';
import { AskReasons } from './ask-reasons.js';
import { AskStore } from './ask.store.js';
import { BeliefStore } from './belief.store.js';
import { DecideWave } from './decide-wave.js';
import { MatchingPlanStore } from './matching-plan.store.js';

/** An organiser rings a neighbour for a request: the planner says whom, and it counts like any ask. */
@Injectable()
export class CallNeighbour {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestReader) private readonly reader: RequestReader,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(MatchingPlanStore) private readonly plans: MatchingPlanStore,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(BeliefStore) private readonly beliefs: BeliefStore,
    @Inject(DecideWave) private readonly decision: DecideWave,
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(AskReasons) private readonly reasons: AskReasons,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  async next(actor: PersonActor, helpRequestId: string, reason: ViewReason | undefined): Promise<NeighbourCall | null> {
    const seen = await this.reader.one(actor, helpRequestId);
    if (seen.viewer !== 'coordinator') throw new ProblemError('not-found');
    if (reason === undefined) throw new ProblemError('reason-required');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      // The plan's lock: two organisers, or an organiser and a wave, do not choose the same neighbour.
      const { round } = await this.plans.lock(tx, helpRequestId);
      const request = await this.requests.of(tx, helpRequestId);
      if (request?.state.status !== 'open' || request.seatsLeft === 0) throw new ProblemError('not-open');
      const asked = await this.asks.about(tx, helpRequestId);
      const running = asked.find(({ status, calledBy }) => status === 'pending' && calledBy === actor.personId);
      const ask = running ?? (await this.ask(tx, actor, { request, round, asks: asked }));
      return ask && this.reveal(tx, actor, reason, request, ask);
    });
  }

  private async ask(
    tx: Transaction,
    actor: PersonActor,
    question: { readonly request: RequestDigestView; readonly round: number; readonly asks: readonly AskRow[] },
  ): Promise<AskRow | null> {
    const { request } = question;
    const owner = await this.areas.ownerOf(tx, request.neighbourhoodCode);
    if (!owner) return null;
    const belief = await this.beliefs.current(tx);
    const input = await this.decision.everyone(tx, { ...question, townBusyShare: 0, belief, owner });
    let candidates = await withTelephone(tx, input.candidates);
    for (;;) {
      const planned = nextToCall({ ...input, candidates });
      if (!planned) return null;
      const facts = { policyVersion: input.policy.version, beliefVersion: belief.version };
      const ask = await this.asks.createCall(tx, request.state, { planned, ...facts }, question.round, actor.personId);
      if (ask) return ask;
      // Somebody else used up this neighbour's budget a moment ago.
      candidates = candidates.filter(({ personId }) => personId !== planned.personId);
    }
  }

  /** The number is told for this call only, and never without a row in the trail. */
  private async reveal(
    tx: Transaction,
    actor: PersonActor,
    reason: ViewReason,
    { state, category }: RequestDigestView,
    ask: AskRow,
  ): Promise<NeighbourCall> {
    const card = (await this.people.cardsOf(tx, [ask.personId])).get(ask.personId);
    const phone = card?.phone ?? '';
    const cipher = (await this.vault.ciphersOf(tx, [ask.personId])).get(ask.personId);
    await this.audit.record(tx, {
      act: 'contact-viewed',
      actorId: actor.personId,
      associationId: state.associationId,
      subjectId: ask.personId,
      aboutId: state.id,
      reason,
      details: cipher && phone !== '' ? { phone: cipher.mac(phone) } : {},
    });
    return {
      id: ask.id,
      givenName: card?.givenName ?? '',
      phone,
      reasons: this.reasons.texts(ask.reasons, {
        category,
        helpAt: Math.max(state.windowFrom, ask.createdAt),
        askerName: '',
      }),
      calledAt: new Date(ask.createdAt).toISOString(),
    };
  }
}

async function withTelephone<C extends { readonly personId: string }>(
  tx: Transaction,
  candidates: readonly C[],
): Promise<readonly C[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM person WHERE municipality_id = $1 AND id = ANY ($2::uuid[]) AND phone_enc IS NOT NULL',
    [tx.tenancy.municipalityId, candidates.map(({ personId }) => personId)],
  );
  const reachable = new Set(rows.map(({ id }) => id));
  return candidates.filter(({ personId }) => reachable.has(personId));
}
