import { Inject, Injectable } from '@nestjs/common';
import type { InvitedRole } from '@app/contracts/http/circle-shapes.js';
import { DAY } from '@app/domain/kernel/time.js';
import { PeopleDirectory, PersonBlocks, PersonStanding } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { hashToken, newToken } from '@app/platform/crypto/secret-hash.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { CircleAccess } from './circle-access.js';
import { CircleStore } from './circle.store.js';

const validFor = 14 * DAY;
/** More than a carer can oversee is no circle of neighbours any more. */
const mostMembers = 40;

interface Invited {
  readonly circleId: string;
  readonly caregiverId: string;
  readonly role: InvitedRole;
}

/** Links into a circle. A link only brings somebody to the door: the caregiver opens it. */
@Injectable()
export class CircleInvitations {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(CircleAccess) private readonly access: CircleAccess,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
    @Inject(PersonStanding) private readonly standing: PersonStanding,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /** @returns the link; only its hash is kept. The secret stands behind a #, so that no server log ever holds it. */
  make(actor: PersonActor, circleId: string, role: InvitedRole): Promise<{ url: string; expiresAt: string }> {
    const token = newToken();
    return this.unitOfWork.run(asPerson(actor), async (tx) => {
      const { circle } = await this.access.admitToRunning(tx, actor.personId, circleId, 'invite');
      const expiresAt = new Date(tx.now + validFor);
      await tx.query(
        `INSERT INTO circle_invitation (municipality_id, circle_id, caregiver_id, role, token_hash, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (municipality_id, circle_id, role)
         DO UPDATE SET token_hash = EXCLUDED.token_hash, expires_at = EXCLUDED.expires_at`,
        [tx.tenancy.municipalityId, circleId, circle.caregiverId, role, hashToken(token), expiresAt],
      );
      return { url: `${this.config.publicUrl}/kring/mee#${token}`, expiresAt: expiresAt.toISOString() };
    });
  }

  async stop(actor: PersonActor, circleId: string): Promise<void> {
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      await this.access.admit(tx, actor.personId, circleId, 'invite');
      await tx.query('DELETE FROM circle_invitation WHERE municipality_id = $1 AND circle_id = $2', [
        tx.tenancy.municipalityId,
        circleId,
      ]);
    });
  }

  look(actor: PersonActor, token: string): Promise<{ caregiverGivenName: string; role: InvitedRole }> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const { caregiverId, role } = await this.behind(tx, actor.personId, token);
      const card = (await this.people.cardsOf(tx, [caregiverId])).get(caregiverId);
      return { caregiverGivenName: card?.givenName ?? '', role };
    });
  }

  /** Asking twice is asking once; who is in already stays what they are. */
  join(actor: PersonActor, token: string): Promise<{ circleId: string; status: 'waiting' | 'active' }> {
    const { personId, municipalityId } = actor;
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const { circleId, caregiverId, role } = await this.behind(tx, personId, token);
      if (personId === caregiverId) return { circleId, status: 'active' as const };
      if (!(await this.people.cardsOf(tx, [personId])).get(personId)?.givenName)
        throw new ProblemError('contact-details-required');
      if (await this.standing.isBarred(tx, personId, 'helping')) throw new ProblemError('barred-now');
      await this.store.circle(tx, circleId, true);
      const known = await this.store.memberOf(tx, circleId, personId);
      if (known) return { circleId, status: known.status };
      if ((await this.store.members(tx, circleId)).length >= mostMembers) throw new ProblemError('too-many-requests');
      const id = newId();
      await tx.query(
        `INSERT INTO circle_member (municipality_id, id, circle_id, caregiver_id, person_id, role, status, joined_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting', app_now())`,
        [municipalityId, id, circleId, caregiverId, personId, role],
      );
      tx.append('circle.news', { news: 'joining', subjectId: id, personIds: [caregiverId] });
      tx.append('circle.changed', { circleId });
      return { circleId, status: 'waiting' as const };
    });
  }

  /** Where a link leads; for whom the caregiver never wants to meet, nowhere, as a link that was stopped. */
  private async behind(tx: Transaction, personId: string, token: string): Promise<Invited> {
    const [found] = await tx.query<Invited>(
      `SELECT i.circle_id AS "circleId", i.caregiver_id AS "caregiverId", i.role
         FROM circle_invitation i
         JOIN circle c ON c.municipality_id = i.municipality_id AND c.id = i.circle_id AND c.ended_at IS NULL
        WHERE i.municipality_id = $1 AND i.token_hash = $2 AND i.expires_at > app_now()`,
      [tx.tenancy.municipalityId, hashToken(token)],
    );
    if (!found || (await this.blocks.between(tx, personId, found.caregiverId))) throw new ProblemError('gone');
    return found;
  }
}
