import { Inject, Injectable } from '@nestjs/common';
import type { CircleSettings } from '@app/contracts/http/circle-shapes.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { PeopleDirectory, PersonStanding } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { CircleAccess } from './circle-access.js';
import { CirclePlan } from './circle-plan.js';
import { sealAddress } from './circle-words.js';
import { CircleStore } from './circle.store.js';
import { mondayOf } from './week.js';

/** A caregiver starts a circle, sets how it works, and ends it. */
@Injectable()
export class Circles {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(CircleAccess) private readonly access: CircleAccess,
    @Inject(CirclePlan) private readonly plan: CirclePlan,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonStanding) private readonly standing: PersonStanding,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  /** @returns the id of the new circle, or of the one this person has */
  start(actor: PersonActor, settings: CircleSettings): Promise<string> {
    const { municipalityId, personId } = actor;
    return this.unitOfWork.run(asSystem(municipalityId), (tx) => this.open(tx, personId, settings));
  }

  /** The same within a system transaction. @throws ProblemError for who may not ask now */
  async open(tx: Transaction, personId: string, settings: CircleSettings): Promise<string> {
    const { municipalityId } = tx.tenancy;
    await this.refuseStrange(tx, settings.neighbourhoodCode);
    const card = (await this.people.cardsOf(tx, [personId])).get(personId);
    if (!card?.givenName) throw new ProblemError('contact-details-required');
    if (await this.standing.isBarred(tx, personId, 'asking')) throw new ProblemError('barred-now');
    const id = newId();
    const made = await tx.query<{ id: string }>(
      `INSERT INTO circle (municipality_id, id, caregiver_id, neighbourhood_code, address_enc, lead_hours, created_at, told_week)
       VALUES ($1, $2, $3, $4, $5, $6, app_now(), $7)
       ON CONFLICT (municipality_id, caregiver_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
      [
        municipalityId,
        id,
        personId,
        settings.neighbourhoodCode,
        await this.sealed(tx, personId, id, settings.address),
        settings.leadHours,
        mondayOf(tx.now),
      ],
    );
    if (made[0]) return id;
    const [running] = await tx.query<{ id: string }>(
      'SELECT id FROM circle WHERE municipality_id = $1 AND caregiver_id = $2 AND ended_at IS NULL',
      [municipalityId, personId],
    );
    if (!running) throw new Error('A circle appeared and went');
    return running.id;
  }

  async set(actor: PersonActor, id: string, settings: CircleSettings): Promise<void> {
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const { circle } = await this.access.admitToRunning(tx, actor.personId, id, 'manage');
      await this.refuseStrange(tx, settings.neighbourhoodCode);
      await tx.query(
        `UPDATE circle SET neighbourhood_code = $3, address_enc = $4, lead_hours = $5 WHERE municipality_id = $1 AND id = $2`,
        [
          tx.tenancy.municipalityId,
          id,
          settings.neighbourhoodCode,
          await this.sealed(tx, circle.caregiverId, id, settings.address),
          settings.leadHours,
        ],
      );
      tx.append('circle.changed', { circleId: id });
    });
  }

  /** Whoever holds a turn is told; links stop working. Ending what has ended changes nothing. */
  async end(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      await this.access.admit(tx, actor.personId, id, 'manage');
      const circle = await this.store.circle(tx, id, true);
      if (!circle || circle.endedAt) return;
      for (const slot of await this.store.lockComing(tx, { circleId: id })) await this.plan.drop(tx, slot);
      const own = [tx.tenancy.municipalityId, id];
      await tx.query('UPDATE circle SET ended_at = app_now() WHERE municipality_id = $1 AND id = $2', own);
      await tx.query(
        'UPDATE circle_series SET ended_at = app_now() WHERE municipality_id = $1 AND circle_id = $2 AND ended_at IS NULL',
        own,
      );
      await tx.query('DELETE FROM circle_invitation WHERE municipality_id = $1 AND circle_id = $2', own);
      tx.append('circle.changed', { circleId: id });
    });
  }

  private async sealed(
    tx: Transaction,
    caregiverId: string,
    id: string,
    address: string | null | undefined,
  ): Promise<Buffer | null> {
    if (address === null || address === undefined) return null;
    return sealAddress(await this.vault.cipherOf(tx, caregiverId), id, address);
  }

  private async refuseStrange(tx: Transaction, code: string): Promise<void> {
    if (await this.areas.ownerOf(tx, code)) return;
    throw new ProblemError('unknown-neighbourhood', {
      errors: [{ path: '/neighbourhoodCode', message: 'Not a neighbourhood of this municipality' }],
    });
  }
}
