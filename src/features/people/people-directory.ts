import { Inject, Injectable } from '@nestjs/common';
import type { Channel, Language, Role } from '@app/contracts/http/vocabulary.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { among } from '@app/platform/database/among.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { PersonStore } from './person.store.js';
import { reachableBy } from './reachable-by.js';

/** How to name and reach a person. */
export interface PersonCard {
  readonly id: string;
  /** Empty as long as somebody has not told it. */
  readonly givenName: string;
  readonly familyName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: Language;
}

interface Name {
  readonly givenName: string;
  readonly familyName?: string | undefined;
}

/** People, for other features. Every call needs a system transaction: the caller has decided who may know. */
@Injectable()
export class PeopleDirectory {
  constructor(@Inject(PersonStore) private readonly store: PersonStore) {}

  /** Cards by id; somebody who was erased, or is of another municipality, is absent. */
  async cardsOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    requireSystem(tx);
    const people = await this.store.read(tx, ids);
    return new Map(
      [...people].map(([id, { givenName, familyName, phone, email, language }]) => [
        id,
        { id, givenName: givenName ?? '', familyName, phone, email, language },
      ]),
    );
  }

  /**
   * The person with this address, or a new one who is unverified until a code is used. Names are stored
   * for a new person only: nobody may rename another by knowing the address.
   */
  async findOrCreateByEmail(
    tx: Transaction,
    person: { readonly email: string } & Partial<Name>,
  ): Promise<{ readonly personId: string; readonly isNew: boolean }> {
    requireSystem(tx);
    const known = await this.store.findIdByEmail(tx, person.email);
    if (known) return { personId: known.id, isNew: false };
    const made = await this.store.create(tx, {
      email: person.email.trim(),
      givenName: person.givenName ?? null,
      familyName: person.familyName ?? null,
      status: 'unverified',
    });
    if (made) return { personId: made, isNew: true };
    const other = await this.store.findIdByEmail(tx, person.email);
    if (!other) throw new Error('A person with this address appeared and went');
    return { personId: other.id, isNew: false };
  }

  /**
   * Somebody known by telephone or through a relative, who does not sign in. Active at once: an organiser or
   * relative speaks for them, and unverified accounts are cleared away after a week.
   */
  async createWithoutEmail(tx: Transaction, person: Name & { readonly phone?: string | undefined }): Promise<string> {
    requireSystem(tx);
    const id = await this.store.create(tx, {
      givenName: person.givenName,
      familyName: person.familyName ?? null,
      phone: person.phone ?? null,
      status: 'active',
    });
    if (!id) throw new Error('A person without address cannot be known already');
    return id;
  }

  /** Ways to reach these people that will work: what they chose, as far as we have the address or number for it. */
  async channelsOf(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Channel[]>> {
    requireSystem(tx);
    const { condition, value } = among('$2', personIds);
    const rows = await tx.query<{ id: string; email: boolean; phone: boolean; channels: Channel[] | null }>(
      `SELECT p.id, p.email_enc IS NOT NULL AS email, p.phone_enc IS NOT NULL AS phone, h.channels
         FROM person p
         JOIN person_key k ON k.municipality_id = p.municipality_id AND k.person_id = p.id
         LEFT JOIN helper_profile h ON h.municipality_id = p.municipality_id AND h.person_id = p.id
        WHERE p.municipality_id = $1 AND p.id ${condition}`,
      [tx.tenancy.municipalityId, value],
    );
    return new Map(rows.map((row) => [row.id, reachableBy(row)]));
  }

  /** Gives a role, once. `associationId` is null for roles of the whole municipality. */
  async addMembership(tx: Transaction, personId: string, role: Role, associationId: string | null): Promise<void> {
    requireSystem(tx);
    await tx.query(
      `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
       VALUES ($1, $2, $3, $4, $5, app_now()) ON CONFLICT DO NOTHING`,
      [tx.tenancy.municipalityId, newId(), personId, associationId, role],
    );
  }

  /** Erases people who never had an account of their own, when the one who named them goes. */
  async eraseWithoutAccount(tx: Transaction, ids: readonly string[]): Promise<void> {
    requireSystem(tx);
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM person WHERE municipality_id = $1 AND id = ANY ($2::uuid[]) AND email_index IS NULL`,
      [tx.tenancy.municipalityId, ids],
    );
    await this.store.erase(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /** Fills in a name where there is none yet. */
  async setNameIfMissing(tx: Transaction, personId: string, name: Name): Promise<void> {
    requireSystem(tx);
    const person = (await this.store.read(tx, [personId])).get(personId);
    if (!person || person.givenName !== null) return;
    await this.store.change(tx, personId, {
      givenName: name.givenName,
      ...(person.familyName === null && name.familyName ? { familyName: name.familyName } : {}),
    });
  }
}

function requireSystem(tx: Transaction): void {
  // In a person's own transaction other people simply are not there, which would look like an erased person.
  if (tx.tenancy.scope !== 'system') throw new Error('The people directory needs a system transaction');
}
