import { Inject, Injectable } from '@nestjs/common';
import { mayInCircle, type CircleAct, type CircleRole } from '@app/domain/circle/index.js';
import { PersonBlocks } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { CircleRow } from './circle.rows.js';
import { CircleStore } from './circle.store.js';

/** A circle, and what this person is in it. */
export interface Admitted {
  readonly circle: CircleRow;
  readonly role: CircleRole;
}

/** Who may do what in a circle. For anyone who is not in it, it is not there. */
@Injectable()
export class CircleAccess {
  constructor(
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
  ) {}

  /**
   * In the person's own name: what row level security hides is not there to be judged.
   * @throws not-found for who is not in it, not-allowed for a role that may not
   */
  async admit(tx: Transaction, personId: string, circleId: string, act: CircleAct): Promise<Admitted> {
    const circle = await this.store.circle(tx, circleId);
    const role = circle && (await this.roleOf(tx, personId, circle));
    if (!circle || !role) throw new ProblemError('not-found');
    if (!mayInCircle(role, act)) throw new ProblemError('not-allowed');
    return { circle, role };
  }

  /** The same for what only a circle that goes on allows. */
  async admitToRunning(tx: Transaction, personId: string, circleId: string, act: CircleAct): Promise<Admitted> {
    const admitted = await this.admit(tx, personId, circleId, act);
    if (admitted.circle.endedAt)
      throw new ProblemError('not-active-any-more', { detail: 'Deze zorgkring is gestopt.' });
    return admitted;
  }

  private async roleOf(
    tx: Transaction,
    personId: string,
    { id, caregiverId }: CircleRow,
  ): Promise<CircleRole | undefined> {
    if (personId === caregiverId) return 'caregiver';
    const member = await this.store.memberOf(tx, id, personId);
    if (member?.status !== 'active') return undefined;
    // A block is silent: the circle is gone, as for anyone else.
    return (await this.blocks.between(tx, personId, caregiverId)) ? undefined : member.role;
  }
}
