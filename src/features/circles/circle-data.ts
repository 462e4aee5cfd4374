import { Inject, Injectable } from '@nestjs/common';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import { openAddress, openNote } from './circle-words.js';

interface OwnRow {
  readonly id: string;
  readonly address: Buffer | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

/** A person's own circle with its words, the circles they are in, and the turns they took. */
@Injectable()
@HoldsPersonalData('circles', 45)
export class CircleData implements PersonalDataHolder {
  constructor(@Inject(PersonVault) private readonly vault: PersonVault) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const own = [tx.tenancy.municipalityId, personId];
    const cipher = (await this.vault.ciphersOf(tx, [personId])).get(personId);
    const circles = await tx.query<OwnRow>(
      `SELECT id, address_enc AS address, created_at AS started_at, ended_at FROM circle
        WHERE municipality_id = $1 AND caregiver_id = $2 ORDER BY created_at`,
      own,
    );
    const series = await tx.query<{ id: string; category: string; note: Buffer; rule: string }>(
      `SELECT id, category, note_enc AS note, rule FROM circle_series
        WHERE municipality_id = $1 AND caregiver_id = $2 ORDER BY created_at`,
      own,
    );
    const memberships = await tx.query(
      `SELECT role, status, joined_at AS "joinedAt" FROM circle_member
        WHERE municipality_id = $1 AND person_id = $2 ORDER BY joined_at`,
      own,
    );
    const turns = await tx.query(
      `SELECT r.category, s.starts_at AS "startsAt", s.ends_at AS "endsAt" FROM circle_slot s
         JOIN circle_series r ON r.municipality_id = s.municipality_id AND r.id = s.series_id
        WHERE s.municipality_id = $1 AND s.taker_id = $2 ORDER BY s.starts_at`,
      own,
    );
    return {
      own: circles.map(({ id, address, started_at: startedAt, ended_at: endedAt }) => ({
        address: openAddress(cipher, id, address),
        startedAt,
        endedAt,
      })),
      repeats: series.map(({ id, category, note, rule }) => ({ category, text: openNote(cipher, id, note), rule })),
      memberships,
      turns,
    };
  }

  /** The own circle goes whole; turns in circles of others are open again, and those that were, nobody's. */
  async erase(tx: Transaction, personId: string): Promise<void> {
    const own = [tx.tenancy.municipalityId, personId];
    await tx.query('DELETE FROM circle WHERE municipality_id = $1 AND caregiver_id = $2', own);
    await tx.query(
      `UPDATE circle_slot SET taker_id = NULL, taken_at = NULL, status = 'open', swap_asked = false, swap_to_id = NULL
        WHERE municipality_id = $1 AND taker_id = $2`,
      own,
    );
    await tx.query(
      `UPDATE circle_slot SET swap_asked = false, swap_to_id = NULL WHERE municipality_id = $1 AND swap_to_id = $2`,
      own,
    );
    await tx.query('DELETE FROM circle_member WHERE municipality_id = $1 AND person_id = $2', own);
  }

  async wasActiveSince(tx: Transaction, personId: string, since: number): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM circle_slot WHERE municipality_id = $1 AND taker_id = $2 AND ends_at > $3 LIMIT 1`,
      [tx.tenancy.municipalityId, personId, new Date(since)],
    );
    return rows.length > 0;
  }
}
