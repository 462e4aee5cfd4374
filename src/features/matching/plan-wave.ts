import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { smoothedBusyShare, type WavePlan } from '@app/domain/matching/index.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { EarlierHelp, RequestDigest, type RequestDigestView } from '@app/features/help-requests/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { Metrics } from '@app/platform/observability/metrics.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { localMoment, nextLocalTime } from '@app/platform/time/local-clock.js';
import { AskStore } from './ask.store.js';
import { BeliefStore } from './belief.store.js';
import { DecideWave, type WaveQuestion } from './decide-wave.js';
import { DecisionStore } from './decision.store.js';
import { MatchingPlanStore } from './matching-plan.store.js';

const askingHours = { fromMinute: 8 * 60, untilMinute: 21 * 60 };

/** A crowd of waves at once leaves the rest to the next round. */
const mostDecisions = 3;

/** Plans and stores the next wave of asks for one request, when one is due. */
@Injectable()
@HandlesJob('matching.plan-wave')
export class PlanWave implements JobHandler<'matching.plan-wave'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(EarlierHelp) private readonly earlier: EarlierHelp,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(BeliefStore) private readonly beliefs: BeliefStore,
    @Inject(DecideWave) private readonly decision: DecideWave,
    @Inject(DecisionStore) private readonly decisions: DecisionStore,
    @Inject(MatchingPlanStore) private readonly plans: MatchingPlanStore,
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  async handle(data: JobMap['matching.plan-wave']): Promise<void> {
    const asked = await this.unitOfWork.run(asSystem(data.municipalityId), (tx) => this.plan(tx, data));
    if (asked) this.metrics.asks.inc({ urgency: asked.urgency }, asked.count);
  }

  private async plan(
    tx: Transaction,
    { helpRequestId, replan }: JobMap['matching.plan-wave'],
  ): Promise<{ urgency: string; count: number } | undefined> {
    const due = await this.plans.lock(tx, helpRequestId);
    const request = await this.requests.of(tx, helpRequestId);
    if (!request || !mayAsk(request, tx.now)) {
      await this.plans.rest(tx, helpRequestId);
      return undefined;
    }
    // The queue only pokes; whether it is time is decided here. A repeated job finds the next wave in the future.
    if (due.nextWaveAt !== null && due.nextWaveAt > tx.now && !replan) return undefined;
    const owner = await this.areas.ownerOf(tx, request.neighbourhoodCode);
    // In a closed association the coordinator finds the neighbour by hand.
    if (!owner || owner.moderationMode === 'closed') {
      await this.plans.leaveToHand(tx, helpRequestId);
      return undefined;
    }
    const { round } = due;
    const townBusyShare = await this.plans.townBusyShare(tx);
    const belief = await this.beliefs.current(tx);
    const sameNeighbourId = request.sameNeighbourOf
      ? await this.earlier.helperOf(tx, request.sameNeighbourOf)
      : undefined;
    const { wave, count } = await this.ask(tx, { request, round, townBusyShare, belief, owner, sameNeighbourId });
    // Whoever was asked alone was no wave: the first is still to come.
    await this.schedule(tx, request, count > 0 && !wave.alone ? round + 1 : round, wave);
    // Last of all: the whole town shares this row, and whoever has it keeps the others waiting.
    if (round === 0 && wave.pool) {
      await this.plans.moveTownBusyShare(tx, townBusyShare, smoothedBusyShare(townBusyShare, wave.pool.busyShare));
    }
    if (wave.nobodyReachableNow) tx.append('matching.nobody-reachable', { helpRequestId });
    return { urgency: request.state.urgency, count };
  }

  /** Decides and asks; again for the places of those whose budget another wave used up meanwhile. */
  private async ask(
    tx: Transaction,
    question: Omit<WaveQuestion, 'asks'>,
  ): Promise<{ readonly wave: WavePlan; readonly count: number }> {
    const { request, round } = question;
    let count = 0;
    for (let left = mostDecisions; ; left -= 1) {
      const asks = await this.asks.about(tx, request.state.id);
      const decision = await this.decision.run(tx, { ...question, asks });
      const { plan: wave } = decision;
      const worthKeeping = wave.pool !== null && (wave.asks.length > 0 || round === 0);
      const decisionId = worthKeeping ? await this.decisions.save(tx, decision, question.owner.shadowPolicy) : null;
      const asked = await this.asks.create(tx, request.state, round, wave, decisionId);
      count += asked;
      if (asked === wave.asks.length || left === 1) return { wave, count };
    }
  }

  private async schedule(tx: Transaction, { state }: RequestDigestView, round: number, wave: WavePlan): Promise<void> {
    const { minuteOfDay } = localMoment(tx.now);
    const resting = minuteOfDay < askingHours.fromMinute || minuteOfDay >= askingHours.untilMinute;
    // By the wall clock and not by counting minutes: in two nights a year those differ.
    const next =
      state.urgency === 'planned' && resting
        ? nextLocalTime(tx.now, askingHours.fromMinute)
        : tx.now + wave.nextTickInMs;
    const nextWaveAt = next < state.windowUntil ? next : null;
    await this.plans.advance(tx, state.id, round, nextWaveAt);
    if (nextWaveAt !== null) {
      tx.append('matching.wave-set', { helpRequestId: state.id, round, dueAt: nextWaveAt });
    }
  }
}

function mayAsk({ state, seatsLeft }: RequestDigestView, now: number): boolean {
  return state.status === 'open' && seatsLeft > 0 && now < state.windowUntil;
}
