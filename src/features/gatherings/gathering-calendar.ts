import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { FeedSources, type FeedEntry } from '@app/features/notifications/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

interface VisitRow {
  readonly id: string;
  readonly gathering_id: string;
  readonly title: string;
  readonly place: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly neighbourhood: string;
}

/** Gatherings in the personal feed of who said to come to them. */
@Injectable()
export class GatheringCalendar implements OnModuleInit {
  constructor(@Inject(FeedSources) private readonly feeds: FeedSources) {}

  onModuleInit(): void {
    this.feeds.register((tx, personId) => this.entriesOf(tx, personId));
  }

  private async entriesOf(tx: Transaction, personId: string): Promise<FeedEntry[]> {
    const rows = await tx.query<VisitRow>(
      `SELECT d.id, d.gathering_id, g.title, g.place, d.starts_at, d.ends_at, n.name AS neighbourhood
         FROM gathering_visit v
         JOIN gathering_date d ON d.municipality_id = v.municipality_id AND d.id = v.gathering_date_id
         JOIN gathering g ON g.municipality_id = d.municipality_id AND g.id = d.gathering_id
         JOIN neighbourhood n ON n.municipality_id = g.municipality_id AND n.code = g.neighbourhood_code
        WHERE v.municipality_id = $1 AND v.person_id = $2 AND d.status = 'planned'
        ORDER BY d.starts_at, d.id LIMIT 200`,
      [tx.tenancy.municipalityId, personId],
    );
    return rows.map((row) => ({
      id: row.id,
      sequence: 0,
      kind: 'gathering',
      title: row.title,
      place: row.place,
      neighbourhoodName: row.neighbourhood,
      path: `/ontmoetingen/${row.gathering_id}`,
      from: row.starts_at.getTime(),
      until: row.ends_at.getTime(),
      sure: true,
    }));
  }
}
