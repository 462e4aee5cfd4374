import { Inject, Injectable } from '@nestjs/common';
import { waitlist as waiting, type HelpRequestState } from '@app/domain/help-request/index.js';
import { MAX_OPEN_AGREEMENTS } from '@app/domain/kernel/limits.js';
import type { TrustLevel } from '@app/domain/kernel/vocabulary.js';
import { PersonBlocks, PersonStanding } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { HelpRequestStore } from './help-request.store.js';
import { problemOf } from './refusal-problems.js';
import { RequestDecider } from './request-decider.js';

export type AcceptanceStatus = 'matched' | 'confirmed' | 'waitlisted';

/** A neighbour says yes, from the board or to an ask: the same rule, one winner a seat. */
@Injectable()
export class AcceptHelpRequest {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(RequestDecider) private readonly decider: RequestDecider,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
    @Inject(PersonStanding) private readonly standing: PersonStanding,
  ) {}

  run(actor: PersonActor, helpRequestId: string, waitlist: boolean): Promise<AcceptanceStatus> {
    return this.unitOfWork.run(asPerson(actor, helpRequestId), (tx) =>
      this.within(tx, actor.personId, helpRequestId, waitlist),
    );
  }

  /**
   * The same inside a transaction in the neighbour's own name with the request as its subject.
   * Locks the neighbour before the request, so that parallel yeses of one person count each other.
   */
  async within(tx: Transaction, personId: string, helpRequestId: string, waitlist: boolean): Promise<AcceptanceStatus> {
    const { municipalityId } = tx.tenancy;
    await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
      municipalityId,
      personId,
    ]);
    const loaded = await this.store.lock(tx, helpRequestId);
    // Before it opens a request exists only for its asker and the coordinators.
    if (!loaded || loaded.state.status === 'unconfirmed' || loaded.state.status === 'in-review')
      throw new ProblemError('not-found');
    if (await this.standing.isBarred(tx, personId, 'helping')) throw new ProblemError('barred-now');
    // Silent: the same answer as for a request that has just closed, so that nobody learns who blocked whom.
    if (await this.blocks.between(tx, personId, loaded.state.askerId)) throw new ProblemError('not-open');
    const [profile] = await tx.query<{ trust: TrustLevel }>(
      'SELECT trust FROM helper_profile WHERE municipality_id = $1 AND person_id = $2',
      [municipalityId, personId],
    );
    if (!profile && loaded.state.askerId !== personId) throw new ProblemError('profile-required');
    const applied = await this.decider.apply(tx, loaded, {
      type: 'accept',
      acceptanceId: newId(),
      personId,
      trust: profile?.trust ?? 'none',
      openAgreements: await openAgreementsOf(tx, personId, helpRequestId),
      waitlist,
    });
    if (!applied.ok) throw problemOf(applied.refusal);
    return statusOf(applied.state, personId);
  }
}

function statusOf(state: HelpRequestState, personId: string): AcceptanceStatus {
  const status = state.acceptances.findLast((acceptance) => acceptance.personId === personId)?.status;
  if (status === 'waitlisted') return 'waitlisted';
  return status === 'confirmed' ? 'confirmed' : 'matched';
}

/** People on the waiting list who have as many agreements as one may have; they are passed over. */
export async function waitingAtLimit(tx: Transaction, state: HelpRequestState): Promise<string[]> {
  const atLimit: string[] = [];
  for (const { personId } of waiting(state)) {
    if ((await openAgreementsOf(tx, personId, state.id)) >= MAX_OPEN_AGREEMENTS) atLimit.push(personId);
  }
  return atLimit;
}

/** Seats this person holds in other requests that are not over. */
async function openAgreementsOf(tx: Transaction, personId: string, exceptId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM acceptance a
       JOIN help_request h ON h.municipality_id = a.municipality_id AND h.id = a.help_request_id
      WHERE a.municipality_id = $1 AND a.person_id = $2 AND a.help_request_id <> $3
        AND a.status IN ('accepted', 'confirmed') AND h.status IN ('open', 'matched', 'confirmed')
        AND h.window_until > app_now()`,
    [tx.tenancy.municipalityId, personId, exceptId],
  );
  return row?.count ?? 0;
}
