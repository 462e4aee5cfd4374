import { Inject, Injectable } from '@nestjs/common';
import { decideSlot, type SlotCommand, type SlotRefusal } from '@app/domain/circle/index.js';
import { PersonStanding } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { CircleAccess } from './circle-access.js';
import { slotState, type SlotRow } from './circle.rows.js';
import { CircleStore } from './circle.store.js';

/** What a refusal means in a circle, where nobody waits on a list. */
const details: Record<Exclude<SlotRefusal, 'not-found'>, string> = {
  'already-matched': 'Iemand uit de kring was eerder. Fijn dat u wilde helpen.',
  'not-open': 'Deze beurt staat nu op het bord. Zeg daar ja.',
  'not-active-any-more': 'Deze beurt is voorbij of niet meer nodig.',
};

/** Refused as the rules say, in words that fit a circle. */
export function slotProblem(refusal: SlotRefusal): ProblemError {
  return refusal === 'not-found'
    ? new ProblemError('not-found')
    : new ProblemError(refusal, { detail: details[refusal] });
}

/** Members take, give back and swap turns, each in their own name. A turn is locked first, so that one of several has it. */
@Injectable()
export class CircleSlots {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(CircleAccess) private readonly access: CircleAccess,
    @Inject(PersonStanding) private readonly standing: PersonStanding,
  ) {}

  take(actor: PersonActor, id: string): Promise<void> {
    const { personId } = actor;
    return this.change(actor, id, async (tx, slot) => {
      if (await this.standing.isBarred(tx, personId, 'helping')) throw new ProblemError('barred-now');
      const before = slot.takerId;
      if (before !== null && before !== personId && slot.swapAsked)
        tx.append('circle.news', { news: 'taken-over', subjectId: id, personIds: [before] });
      return { type: 'take', personId };
    });
  }

  giveBack(actor: PersonActor, id: string): Promise<void> {
    return this.change(actor, id, async () => ({ type: 'give-back', personId: actor.personId }));
  }

  async askSwap(actor: PersonActor, id: string, memberId: string | null): Promise<void> {
    const { personId } = actor;
    const toId = memberId === null ? null : await this.colleague(actor, id, memberId);
    await this.change(actor, id, async (tx) => {
      tx.append('circle.swap-asked', { slotId: id });
      return { type: 'ask-swap', personId, toId };
    });
  }

  stopSwap(actor: PersonActor, id: string): Promise<void> {
    return this.change(actor, id, async () => ({ type: 'stop-swap', personId: actor.personId }));
  }

  /** Members do not see each other's rows; whether the actor is in this circle at all is looked at afterwards. */
  private async colleague({ municipalityId }: PersonActor, slotId: string, memberId: string): Promise<string> {
    const [found] = await this.unitOfWork.query<{ person_id: string }>(
      asSystem(municipalityId),
      `SELECT m.person_id FROM circle_slot s
         JOIN circle_member m ON m.municipality_id = s.municipality_id AND m.circle_id = s.circle_id
        WHERE s.municipality_id = $1 AND s.id = $2 AND m.id = $3 AND m.status = 'active' AND m.role <> 'casemanager'`,
      [municipalityId, slotId, memberId],
    );
    if (!found) throw new ProblemError('not-found');
    return found.person_id;
  }

  private change(
    actor: PersonActor,
    id: string,
    command: (tx: Transaction, slot: SlotRow) => Promise<SlotCommand>,
  ): Promise<void> {
    return this.unitOfWork.run(asPerson(actor), async (tx) => {
      const seen = await this.store.slot(tx, id);
      if (!seen) throw new ProblemError('not-found');
      await this.access.admitToRunning(tx, actor.personId, seen.circleId, 'help');
      const slot = await this.store.lockSlot(tx, id);
      if (!slot) throw new ProblemError('not-found');
      const decision = decideSlot(await command(tx, slot), slotState(slot), tx.now);
      if (!decision.ok) throw slotProblem(decision.refusal);
      await this.store.writeSlot(tx, id, decision.slot);
      tx.append('circle.changed', { circleId: slot.circleId });
    });
  }
}
