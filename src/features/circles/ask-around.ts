import { Inject, Injectable } from '@nestjs/common';
import type { PostHelpRequestBody } from '@app/contracts/http/help-request-shapes.js';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { decideSlot } from '@app/domain/circle/index.js';
import { PostHelpRequest } from '@app/features/help-requests/index.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { openAddress, openNote } from './circle-words.js';
import { slotState, type SlotRow } from './circle.rows.js';
import { CircleStore } from './circle.store.js';

/** Later than this before its beginning nobody from outside could come any more. */
const latest = `interval '1 hour'`;

/** Turns whose lead time has come, and turns that were marked but whose request was lost on the way; `s` and `c` are joined. */
const due = `c.ended_at IS NULL AND s.ask_refusal IS NULL AND s.starts_at > app_now() + ${latest}
  AND s.starts_at <= app_now() + make_interval(hours => c.lead_hours)
  AND (s.status = 'open' OR (s.status = 'asked' AND s.help_request_id IS NULL))`;
const slotsOfCircles = `circle_slot s JOIN circle c ON c.municipality_id = s.municipality_id AND c.id = s.circle_id`;

interface Prepared {
  readonly caregiverId: string;
  readonly body: PostHelpRequestBody;
}

/**
 * Puts a turn that nobody took on the board: an ordinary planned request in the name of the caregiver, who hears of it as
 * of any other. Marked first, posted then under a key of the turn, so that a worker that dies in between posts it once.
 */
@Injectable()
@HandlesJob('circles.ask-around')
export class AskAround implements JobHandler<'circles.ask-around'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(PostHelpRequest) private readonly post: PostHelpRequest,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  async handle({ municipalityId, slotId }: JobMap['circles.ask-around']): Promise<void> {
    const prepared = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.prepare(tx, slotId));
    if (!prepared) return;
    const { caregiverId, body } = prepared;
    const actor: PersonActor = {
      kind: 'person',
      municipalityId,
      personId: caregiverId,
      sessionId: '',
      memberships: [],
    };
    let outcome: { readonly requestId: string } | { readonly refusal: string };
    try {
      outcome = { requestId: (await this.post.run(actor, body, `circle-slot-${slotId}`)).id };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      outcome = { refusal: error.code };
    }
    const settled = outcome;
    await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.settle(tx, slotId, settled));
  }

  private async prepare(tx: Transaction, slotId: string): Promise<Prepared | undefined> {
    const slot = await this.store.lockSlot(tx, slotId);
    const [waiting] = await tx.query(
      `SELECT 1 FROM ${slotsOfCircles} WHERE s.municipality_id = $1 AND s.id = $2 AND ${due}`,
      [tx.tenancy.municipalityId, slotId],
    );
    if (!slot || !waiting) return undefined;
    const decision = decideSlot({ type: 'ask-around' }, slotState(slot), tx.now);
    if (!decision.ok) return undefined;
    await this.store.writeSlot(tx, slotId, decision.slot);
    return { caregiverId: slot.caregiverId, body: await this.bodyOf(tx, slot) };
  }

  private async bodyOf(tx: Transaction, slot: SlotRow): Promise<PostHelpRequestBody> {
    const circle = await this.store.circle(tx, slot.circleId);
    const series = await this.store.oneSeries(tx, slot.seriesId);
    if (!circle || !series) throw new Error('A turn has no circle');
    const cipher = await this.vault.cipherOf(tx, slot.caregiverId);
    const address = openAddress(cipher, circle.id, circle.address);
    return {
      category: slot.category,
      urgency: 'planned',
      summary: openNote(cipher, series.id, series.note) ?? '',
      window: { from: slot.startsAt.toISOString(), until: slot.endsAt.toISOString() },
      expectedMinutes: series.minutes,
      neighbourhoodCode: circle.neighbourhoodCode,
      ...(address === null ? {} : { address }),
      helpersNeeded: 1,
      requiredTrust: 'none',
      autoConfirm: false,
    };
  }

  /** A turn that could not be posted is the circle's again, and its caregiver sees that. */
  private async settle(
    tx: Transaction,
    slotId: string,
    outcome: { readonly requestId: string } | { readonly refusal: string },
  ): Promise<void> {
    const posted = 'requestId' in outcome;
    const [slot] = await tx.query<{ circleId: string }>(
      `UPDATE circle_slot SET help_request_id = $3, ask_refusal = $4, status = CASE WHEN $4::text IS NULL THEN status ELSE 'open' END
        WHERE municipality_id = $1 AND id = $2 AND status = 'asked' RETURNING circle_id AS "circleId"`,
      [tx.tenancy.municipalityId, slotId, posted ? outcome.requestId : null, posted ? null : outcome.refusal],
    );
    if (slot) tx.append('circle.changed', slot);
  }
}

/** Open turns whose lead time has come. */
@Injectable()
@Sweeps('circle-turn')
export class TurnsToAskAround implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT s.id FROM ${slotsOfCircles} WHERE s.municipality_id = $1 AND ${due} ORDER BY s.starts_at LIMIT 200`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'circles.ask-around',
      data: { municipalityId, slotId: id },
      id: sweepId(['ask-around', id], tx.now),
    }));
  }
}
