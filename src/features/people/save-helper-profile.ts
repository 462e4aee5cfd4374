import { Inject, Injectable } from '@nestjs/common';
import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import type { HelperProfileRow } from './helper-profile.row.js';
import { HelperProfileStore, type StoredProfile } from './helper-profile.store.js';
import { judgeHomeChange } from './home-change.policy.js';
import { toMinutes } from './time-of-day.js';

/** Somebody says "wel bereid", or changes what, when and how often. */
@Injectable()
export class SaveHelperProfile {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HelperProfileStore) private readonly store: HelperProfileStore,
  ) {}

  /** @throws ProblemError unknown-neighbourhood, too-many-requests */
  run(actor: PersonActor, body: HelperProfileBody): Promise<{ readonly stored: StoredProfile; readonly now: number }> {
    return this.unitOfWork.run(asPerson(actor), async (tx) => {
      const organisationId = await organisationOf(tx, body.neighbourhoodCode);
      const known = await this.store.lock(tx, actor.personId);
      const profile = profileOf(tx, actor.personId, known, body);
      await this.store.save(tx, profile, body);
      const { personId, alreadyHelping, pausedUntil } = profile;
      tx.append('helper-profile.saved', { personId, alreadyHelping, pausedUntil: pausedUntil?.getTime() ?? null });
      await joinNeighbours(tx, actor.personId, organisationId);
      const stored = await this.store.find(tx, actor.personId);
      if (!stored) throw new Error('A profile that was just saved is not there');
      return { stored, now: tx.now };
    });
  }
}

/** The association of a neighbourhood, or the desk where there is none; null before there is a desk. */
async function organisationOf(tx: Transaction, neighbourhoodCode: string): Promise<string | null> {
  const [row] = await tx.query<{ organisation_id: string | null }>(
    `SELECT coalesce(area.association_id, desk.id) AS organisation_id
       FROM neighbourhood n
       LEFT JOIN association_area area ON area.neighbourhood_code = n.code
       LEFT JOIN association desk ON desk.municipality_id = n.municipality_id AND desk.kind = 'desk'
      WHERE n.municipality_id = $1 AND n.code = $2`,
    [tx.tenancy.municipalityId, neighbourhoodCode],
  );
  if (!row) {
    throw new ProblemError('unknown-neighbourhood', {
      errors: [{ path: '/neighbourhoodCode', message: 'Choose a neighbourhood of /v1/neighbourhoods' }],
    });
  }
  return row.organisation_id;
}

function profileOf(
  tx: Transaction,
  personId: string,
  known: HelperProfileRow | null,
  body: HelperProfileBody,
): HelperProfileRow {
  return {
    municipalityId: tx.tenancy.municipalityId,
    personId,
    neighbourhoodCode: body.neighbourhoodCode,
    maxDistance: body.maxDistance,
    weeklyAskBudget: body.weeklyAskBudget,
    quietFromMinute: toMinutes(body.quietHours.from),
    quietUntilMinute: toMinutes(body.quietHours.until),
    acceptsAcute: body.acute,
    pausedUntil: body.pausedUntil ? new Date(body.pausedUntil) : null,
    trust: known?.trust ?? 'none',
    // Asked once: "not yet, but willing" is the number that counts, so a later change must not rewrite it.
    alreadyHelping: known?.alreadyHelping ?? body.alreadyHelping,
    helpsWhileAsking: body.helpsWhileAsking ?? known?.helpsWhileAsking ?? false,
    againAtOnce: body.againAtOnce ?? known?.againAtOnce ?? false,
    channels: [...new Set(body.channels)],
    homeChanges: homeChanges(known, body.neighbourhoodCode, tx.now),
    willingSince: known?.willingSince ?? new Date(tx.now),
  };
}

function homeChanges(known: HelperProfileRow | null, neighbourhoodCode: string, now: number): Date[] {
  if (!known) return [];
  if (known.neighbourhoodCode === neighbourhoodCode) return known.homeChanges;
  const verdict = judgeHomeChange(
    known.homeChanges.map((change) => change.getTime()),
    now,
  );
  if (!verdict.allowed) {
    throw new ProblemError('too-many-requests', {
      detail: 'U kunt uw buurt twee keer per 30 dagen veranderen.',
      retryAfterSeconds: Math.ceil((verdict.until - now) / 1_000),
    });
  }
  return verdict.changes.map((change) => new Date(change));
}

/** A neighbour belongs to the organisation of the place they live in, and to one only. */
async function joinNeighbours(tx: Transaction, personId: string, organisationId: string | null): Promise<void> {
  const { municipalityId } = tx.tenancy;
  await tx.query(
    `DELETE FROM membership WHERE municipality_id = $1 AND person_id = $2 AND role = 'neighbour'
        AND association_id IS DISTINCT FROM $3`,
    [municipalityId, personId, organisationId],
  );
  await tx.query(
    `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
     VALUES ($1, $2, $3, $4, 'neighbour', app_now()) ON CONFLICT DO NOTHING`,
    [municipalityId, newId(), personId, organisationId],
  );
}
