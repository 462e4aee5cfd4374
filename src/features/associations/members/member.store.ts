import { Inject, Injectable } from '@nestjs/common';
import type { MemberView } from '@app/contracts/http/members.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** A role that somebody has as organiser. */
export interface StoredMember {
  readonly id: string;
  readonly personId: string;
  readonly role: MemberView['role'];
  readonly associationId: string | null;
  readonly mayChangeSettings: boolean;
  readonly isContact: boolean;
  readonly hasSignedIn: boolean;
  readonly since: Date;
}

/** Roles of organisers. Needs system transactions. */
@Injectable()
export class MemberStore {
  constructor(@Inject(PeopleDirectory) private readonly people: PeopleDirectory) {}

  /** All of the municipality, longest there first; `id` for one of them. */
  async list(tx: Transaction, id: string | null = null): Promise<StoredMember[]> {
    return tx.query<StoredMember>(
      `SELECT m.id, m.person_id AS "personId", m.role, m.association_id AS "associationId",
              m.may_change_settings AS "mayChangeSettings", coalesce(a.contact_person_id = m.person_id, false) AS "isContact",
              p.status = 'active' AS "hasSignedIn", m.created_at AS since
         FROM membership m
         JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id
         LEFT JOIN association a ON a.municipality_id = m.municipality_id AND a.id = m.association_id
        WHERE m.municipality_id = $1 AND m.role IN ('coordinator', 'desk', 'monitor', 'administrator')
          AND ($2::uuid IS NULL OR m.id = $2)
        ORDER BY m.created_at, m.id`,
      [tx.tenancy.municipalityId, id],
    );
  }

  /** Changes of roles take turns: of two who each remove the other, one stays. */
  async takeTurn(tx: Transaction): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 13))', [tx.tenancy.municipalityId]);
  }

  async allowSettings(tx: Transaction, id: string, mayChangeSettings: boolean): Promise<void> {
    await tx.query('UPDATE membership SET may_change_settings = $3 WHERE municipality_id = $1 AND id = $2', [
      tx.tenancy.municipalityId,
      id,
      mayChangeSettings,
    ]);
  }

  async giveRole(tx: Transaction, id: string, role: MemberView['role']): Promise<void> {
    await tx.query('UPDATE membership SET role = $3 WHERE municipality_id = $1 AND id = $2', [
      tx.tenancy.municipalityId,
      id,
      role,
    ]);
  }

  /** Takes the role away, and with it every duty; `successorId` is called from now on. */
  async remove(tx: Transaction, { id, personId, associationId }: StoredMember, successorId: string | null) {
    const { municipalityId } = tx.tenancy;
    await tx.query('DELETE FROM membership WHERE municipality_id = $1 AND id = $2', [municipalityId, id]);
    if (associationId === null) return;
    await tx.query(
      `UPDATE association
          SET contact_person_id = CASE WHEN contact_person_id = $3 THEN $4::uuid ELSE contact_person_id END,
              deputy_person_id = CASE WHEN deputy_person_id IN ($3, $4::uuid) THEN NULL ELSE deputy_person_id END,
              version = version + 1
        WHERE municipality_id = $1 AND id = $2 AND $3 IN (contact_person_id, deputy_person_id)`,
      [municipalityId, associationId, personId, successorId],
    );
    await tx.query(
      'DELETE FROM absence WHERE municipality_id = $1 AND association_id = $2 AND $3 IN (person_id, deputy_id)',
      [municipalityId, associationId, personId],
    );
  }

  /** Whoever is to be called when this person leaves: the deputy, else whoever is there longest. */
  async successorOf(tx: Transaction, { personId, associationId }: StoredMember): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT m.person_id AS id FROM membership m
         JOIN association a ON a.municipality_id = m.municipality_id AND a.id = m.association_id
        WHERE m.municipality_id = $1 AND m.association_id = $2 AND m.role IN ('coordinator', 'desk') AND m.person_id <> $3
        ORDER BY coalesce(a.deputy_person_id = m.person_id, false) DESC, m.created_at, m.id LIMIT 1`,
      [tx.tenancy.municipalityId, associationId, personId],
    );
    return row?.id ?? null;
  }

  /** Members as those who may change them see them. */
  async present(tx: Transaction, members: readonly StoredMember[], selfId: string): Promise<MemberView[]> {
    const cards = await this.people.cardsOf(
      tx,
      members.map(({ personId }) => personId),
    );
    return members.map(({ since, ...member }) => {
      const card = cards.get(member.personId);
      return {
        ...member,
        givenName: card?.givenName || null,
        email: card?.email ?? null,
        since: since.toISOString(),
        isSelf: member.personId === selfId,
      };
    });
  }
}
