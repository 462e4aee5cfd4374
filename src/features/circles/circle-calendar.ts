import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Category } from '@app/contracts/http/vocabulary.js';
import { FeedSources, type FeedEntry } from '@app/features/notifications/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

interface TurnRow {
  readonly id: string;
  readonly circle_id: string;
  readonly category: Category;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly taken: boolean;
  readonly place: string;
}

/** Turns in the personal feed: those one holds, and for a caregiver those of the own circle. Nobody is named. */
@Injectable()
export class CircleCalendar implements OnModuleInit {
  constructor(@Inject(FeedSources) private readonly feeds: FeedSources) {}

  onModuleInit(): void {
    this.feeds.register((tx, personId) => this.entriesOf(tx, personId));
  }

  /** What went to the board stands in the feed as the request it became. */
  private async entriesOf(tx: Transaction, personId: string): Promise<FeedEntry[]> {
    const rows = await tx.query<TurnRow>(
      `SELECT s.id, s.circle_id, r.category, s.starts_at, s.ends_at, s.status = 'taken' AS taken, n.name AS place
         FROM circle_slot s
         JOIN circle_series r ON r.municipality_id = s.municipality_id AND r.id = s.series_id
         JOIN circle c ON c.municipality_id = s.municipality_id AND c.id = s.circle_id
         JOIN neighbourhood n ON n.municipality_id = c.municipality_id AND n.code = c.neighbourhood_code
        WHERE s.municipality_id = $1 AND (s.taker_id = $2 OR (s.caregiver_id = $2 AND s.status IN ('open', 'taken')))
          AND s.ends_at > app_now() - interval '30 days' AND s.starts_at < app_now() + interval '180 days'
        ORDER BY s.starts_at, s.id LIMIT 1000`,
      [tx.tenancy.municipalityId, personId],
    );
    return rows.map((row) => ({
      id: row.id,
      sequence: 0,
      kind: row.taken ? 'turn' : 'open-turn',
      category: row.category,
      neighbourhoodName: row.place,
      path: `/kring/${row.circle_id}`,
      from: row.starts_at.getTime(),
      until: row.ends_at.getTime(),
      sure: row.taken,
    }));
  }
}
