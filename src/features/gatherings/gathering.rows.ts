import type { GatheringAudience, GatheringKind } from '@app/contracts/http/gathering-shapes.js';

/** What is announced. */
export interface GatheringRow {
  readonly id: string;
  readonly associationId: string;
  readonly kind: GatheringKind;
  readonly title: string;
  readonly words: string;
  readonly place: string;
  readonly neighbourhoodCode: string;
  readonly forWhom: GatheringAudience;
  readonly seats: number | null;
  readonly rule: string | null;
  readonly endedAt: Date | null;
}

/** One time that it is. `expected` counts people: those who said that they come and those they bring. */
export interface GatheringDateRow {
  readonly id: string;
  readonly gatheringId: string;
  readonly associationId: string;
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: 'planned' | 'cancelled';
  readonly expected: number;
  readonly outcome: 'held' | 'not-held' | null;
  readonly came: number | null;
}

/** Columns of each row, for SELECT; `g` is the gathering and `d` its date. */
export const gatheringColumns = `g.id, g.association_id AS "associationId", g.kind, g.title, g.words, g.place,
  g.neighbourhood_code AS "neighbourhoodCode", g.for_whom AS "forWhom", g.seats, g.rule, g.ended_at AS "endedAt"`;
export const dateColumns = `d.id, d.gathering_id AS "gatheringId", d.association_id AS "associationId", d.day::text AS day,
  d.starts_at AS "startsAt", d.ends_at AS "endsAt", d.status, d.outcome, d.came,
  coalesce(d.expected, (SELECT coalesce(sum(1 + v.extra), 0)::int FROM gathering_visit v
    WHERE v.municipality_id = d.municipality_id AND v.gathering_date_id = d.id)) AS expected`;
