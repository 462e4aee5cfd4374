import { Injectable } from '@nestjs/common';
import {
  afterEnding,
  type HelpedTally,
  isBelowItsShare,
  nothingEnded,
  type RequestEnding,
} from '@app/domain/matching/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** Stands for the municipality as a whole. */
const everywhere = '';

interface AreaRow {
  readonly area_code: string;
  readonly requests: number;
  readonly helped: number;
  readonly counted_at: Date;
}

/** How requests ended, by neighbourhood: kept when they end, so that a decision reads two rows. Needs system transactions. */
@Injectable()
export class AreaEquity {
  /** Notes how a request ended. Last in its transaction: all of a municipality share a row. */
  async ended(tx: Transaction, areaCode: string, ending: RequestEnding): Promise<void> {
    const { municipalityId } = tx.tenancy;
    for (const code of [areaCode, everywhere]) {
      await tx.query(
        `INSERT INTO matching_area (municipality_id, area_code, requests, helped, counted_at)
         VALUES ($1, $2, 0, 0, app_now()) ON CONFLICT DO NOTHING`,
        [municipalityId, code],
      );
      const [row] = await tx.query<AreaRow>(
        `SELECT area_code, requests, helped, counted_at FROM matching_area
          WHERE municipality_id = $1 AND area_code = $2 FOR UPDATE`,
        [municipalityId, code],
      );
      const { requests, helped, at } = afterEnding(row ? tallyOf(row) : nothingEnded, ending, tx.now);
      await tx.query(
        `UPDATE matching_area SET requests = $3, helped = $4, counted_at = $5
          WHERE municipality_id = $1 AND area_code = $2`,
        [municipalityId, code, requests, helped, new Date(at)],
      );
    }
  }

  /** Whether this neighbourhood gets less help than others do. */
  async isBelowItsShare(tx: Transaction, areaCode: string): Promise<boolean> {
    const rows = await tx.query<AreaRow>(
      `SELECT area_code, requests, helped, counted_at FROM matching_area
        WHERE municipality_id = $1 AND area_code = ANY ($2::text[])`,
      [tx.tenancy.municipalityId, [areaCode, everywhere]],
    );
    return belowTheirShare(rows, tx.now).includes(areaCode);
  }

  /** Codes of all neighbourhoods that get less help than others do. */
  async below(tx: Transaction): Promise<readonly string[]> {
    const rows = await tx.query<AreaRow>(
      'SELECT area_code, requests, helped, counted_at FROM matching_area WHERE municipality_id = $1 ORDER BY area_code',
      [tx.tenancy.municipalityId],
    );
    return belowTheirShare(rows, tx.now);
  }
}

function belowTheirShare(rows: readonly AreaRow[], now: number): readonly string[] {
  const all = rows.find(({ area_code: code }) => code === everywhere);
  const areas = rows.filter((row) => row !== all);
  return areas
    .filter((row) => isBelowItsShare(tallyOf(row), all ? tallyOf(all) : nothingEnded, now))
    .map(({ area_code: code }) => code);
}

function tallyOf({ requests, helped, counted_at: at }: AreaRow): HelpedTally {
  return { requests, helped, at: at.getTime() };
}
