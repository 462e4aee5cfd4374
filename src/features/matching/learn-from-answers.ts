import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import {
  calibrationGroupOf,
  calibrationGroupsFrom,
  driftVerdict,
  learnFromClosedRequest,
  unknownPerson,
} from '@app/domain/learning/index.js';
import { RequestDigest } from '@app/features/help-requests/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { Metrics } from '@app/platform/observability/metrics.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { AskStore } from './ask.store.js';
import { answerableUntil } from './asked-again.js';
import { BeliefStore } from './belief.store.js';
import { closedAsk, type LearnedAsk } from './closed-ask.js';
import { DriftStore, type KnownDrift } from './drift.store.js';
import { MatchingPlanStore } from './matching-plan.store.js';

/** What the answers about one request taught. */
interface Learned {
  readonly lessons: readonly LearnedAsk[];
  readonly drift: KnownDrift;
}

/**
 * Learns from the asks of a request that is over, once late answers have had their time. An ask is learned from once: it
 * is marked in the transaction that stores what it taught, and requests that close at once stand in line for the belief.
 */
@Injectable()
@HandlesJob('matching.learn')
export class LearnFromAnswers implements JobHandler<'matching.learn'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(MatchingPlanStore) private readonly plans: MatchingPlanStore,
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(BeliefStore) private readonly beliefs: BeliefStore,
    @Inject(DriftStore) private readonly drifts: DriftStore,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  async handle({ municipalityId, helpRequestId }: JobMap['matching.learn']): Promise<void> {
    const learned = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const { learnAt } = await this.plans.lock(tx, helpRequestId);
      // The queue only pokes; a request that was opened again has no moment to learn at.
      if (learnAt === null || learnAt > tx.now) return undefined;
      const request = await this.requests.of(tx, helpRequestId);
      const taught = request ? await this.learn(tx, request.state, learnAt) : undefined;
      await this.plans.learned(tx, helpRequestId);
      return taught;
    });
    if (learned) this.measure(municipalityId, learned);
  }

  private async learn(
    tx: Transaction,
    { id, urgency }: { readonly id: string; readonly urgency: 'acute' | 'planned' },
    at: number,
  ): Promise<Learned | undefined> {
    const asks = await this.asks.unlearned(tx, id);
    const belief = await this.beliefs.lock(tx);
    const lessons = asks
      .map((ask) => closedAsk(ask, urgency, answerableUntil(ask, asks, at), belief))
      .filter((lesson) => lesson !== null);
    if (lessons.length === 0) return undefined;
    const closed = lessons.map((lesson) => lesson.closed);
    const known = await this.beliefs.effectsOf(
      tx,
      closed.map(({ personId }) => personId),
    );
    const learned = learnFromClosedRequest(belief, closed, (personId) => known.get(personId) ?? unknownPerson);
    if (learned.belief.version > belief.version) await this.beliefs.save(tx, learned.belief);
    await this.beliefs.saveEffects(tx, learned.effects);
    await this.asks.markLearned(tx, lessons);
    return { lessons, drift: await this.drifts.count(tx, lessons) };
  }

  private measure(municipality: string, { lessons, drift }: Learned): void {
    this.metrics.drift.set({ municipality, direction: 'likelier' }, drift.likelier);
    this.metrics.drift.set({ municipality, direction: 'less-likely' }, drift.lessLikely);
    this.metrics.outOfCalibration.set({ municipality }, driftVerdict(drift) === null ? 0 : 1);
    for (const { expected, closed } of lessons) {
      const believed = { believed_from: String(calibrationGroupsFrom[calibrationGroupOf(expected)] ?? 0) };
      this.metrics.answers.inc({ ...believed, outcome: closed.outcome.kind });
      this.metrics.expectedYeses.inc(believed, expected);
    }
  }
}
