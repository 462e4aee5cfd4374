import { Inject, Injectable } from '@nestjs/common';
import { PeopleDirectory } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** A coordinator or desk worker of one organisation. Instants in milliseconds. */
export interface ColleagueRecord {
  readonly organisationId: string;
  readonly personId: string;
  readonly givenName: string;
  /** Away now or later. */
  readonly away: { readonly from: number; readonly until: number; readonly deputyId: string } | null;
}

interface Row {
  readonly association_id: string;
  readonly person_id: string;
  readonly deputy_id: string | null;
  readonly away_from: Date | null;
  readonly away_until: Date | null;
}

/** Who works at an organisation, and who is away. Needs system transactions. */
@Injectable()
export class Colleagues {
  constructor(@Inject(PeopleDirectory) private readonly people: PeopleDirectory) {}

  /** Those of these organisations, longest there first; somebody of two organisations is there twice. */
  async of(tx: Transaction, organisationIds: readonly string[]): Promise<ColleagueRecord[]> {
    const rows = await tx.query<Row>(
      `SELECT m.association_id, m.person_id, a.deputy_id, a.away_from, a.away_until
         FROM membership m
         LEFT JOIN absence a ON a.municipality_id = m.municipality_id AND a.association_id = m.association_id
          AND a.person_id = m.person_id AND a.away_until > app_now()
        WHERE m.municipality_id = $1 AND m.association_id = ANY ($2::uuid[]) AND m.role IN ('coordinator', 'desk')
        ORDER BY m.created_at, m.id`,
      [tx.tenancy.municipalityId, organisationIds],
    );
    const cards = await this.people.cardsOf(
      tx,
      rows.map(({ person_id: id }) => id),
    );
    return rows.flatMap((row) => {
      const card = cards.get(row.person_id);
      return card ? [recordOf(row, card.givenName)] : [];
    });
  }
}

function recordOf(row: Row, givenName: string): ColleagueRecord {
  const { association_id: organisationId, person_id: personId, deputy_id: deputyId } = row;
  const away =
    deputyId && row.away_from && row.away_until
      ? { deputyId, from: row.away_from.getTime(), until: row.away_until.getTime() }
      : null;
  return { organisationId, personId, givenName, away };
}
