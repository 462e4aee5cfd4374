import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import { presentHelperProfile } from './helper-profile.presenter.js';
import { HelperProfileStore } from './helper-profile.store.js';
import { PersonStore } from './person.store.js';

/** Tables with nothing of others in them, of which no row of an erased person stays. */
const ownTables = [
  'helper_profile',
  'membership',
  'session',
  'passkey',
  'passkey_challenge',
  'action_token',
  'idempotency_key',
];

/** The account itself: what a person told, chose and is signed in on. Comes first, and goes last. */
@Injectable()
@HoldsPersonalData('account', 0)
export class AccountData implements PersonalDataHolder {
  constructor(
    @Inject(PersonStore) private readonly people: PersonStore,
    @Inject(HelperProfileStore) private readonly profiles: HelperProfileStore,
  ) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const key = [tx.tenancy.municipalityId, personId];
    const person = (await this.people.read(tx, [personId])).get(personId);
    const profile = await this.profiles.find(tx, personId);
    const memberships = await tx.query(
      `SELECT m.role, a.name AS association, m.created_at AS since FROM membership m
         LEFT JOIN association a ON a.municipality_id = m.municipality_id AND a.id = m.association_id
        WHERE m.municipality_id = $1 AND m.person_id = $2 ORDER BY m.created_at`,
      key,
    );
    const sessions = await tx.query(
      `SELECT browser, platform, created_at AS "signedInAt", ended_at AS "endedAt" FROM session
        WHERE municipality_id = $1 AND person_id = $2 ORDER BY created_at`,
      key,
    );
    const passkeys = await tx.query(
      `SELECT browser, platform, created_at AS "madeAt", last_used_at AS "lastUsedAt" FROM passkey
        WHERE municipality_id = $1 AND person_id = $2 ORDER BY created_at`,
      key,
    );
    return {
      person: person ? { ...person } : null,
      helperProfile: profile ? presentHelperProfile(profile, tx.now) : null,
      memberships,
      sessions,
      passkeys,
    };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    const key = [tx.tenancy.municipalityId, personId];
    for (const table of ownTables) {
      await tx.query(`DELETE FROM ${table} WHERE municipality_id = $1 AND person_id = $2`, key);
    }
    await tx.query(
      `DELETE FROM sign_in_challenge c USING person p
        WHERE p.municipality_id = $1 AND p.id = $2 AND c.municipality_id = $1 AND c.email_index = p.email_index`,
      key,
    );
    await this.people.erase(tx, [personId]);
  }
}
