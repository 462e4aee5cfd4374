import type { InvitedRole } from '@app/contracts/http/circle-shapes.js';
import type { Category } from '@app/contracts/http/vocabulary.js';
import type { SlotState, SlotStatus } from '@app/domain/circle/index.js';

/** Rows as they are stored; words are ciphertext under the key of the caregiver. */
export interface CircleRow {
  readonly id: string;
  readonly caregiverId: string;
  readonly neighbourhoodCode: string;
  readonly address: Buffer | null;
  readonly leadHours: number;
  readonly endedAt: Date | null;
}

export interface MemberRow {
  readonly id: string;
  readonly circleId: string;
  readonly caregiverId: string;
  readonly personId: string;
  readonly role: InvitedRole;
  readonly status: 'waiting' | 'active';
}

export interface SeriesRow {
  readonly id: string;
  readonly circleId: string;
  readonly caregiverId: string;
  readonly category: Category;
  readonly note: Buffer;
  readonly rule: string;
  readonly startDay: string;
  readonly untilDay: string;
  readonly minuteOfDay: number;
  readonly minutes: number;
}

export interface SlotRow {
  readonly id: string;
  readonly circleId: string;
  readonly caregiverId: string;
  readonly seriesId: string;
  readonly category: Category;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: SlotStatus;
  readonly takerId: string | null;
  readonly takenAt: Date | null;
  readonly swapAsked: boolean;
  readonly swapToId: string | null;
  readonly helpRequestId: string | null;
  readonly askRefusal: string | null;
}

/** Columns of each row, for SELECT; `s` is the turn and `r` what it belongs to. */
export const circleColumns = `id, caregiver_id AS "caregiverId", neighbourhood_code AS "neighbourhoodCode",
  address_enc AS address, lead_hours AS "leadHours", ended_at AS "endedAt"`;
export const memberColumns = `id, circle_id AS "circleId", caregiver_id AS "caregiverId", person_id AS "personId", role, status`;
export const seriesColumns = `id, circle_id AS "circleId", caregiver_id AS "caregiverId", category, note_enc AS note, rule,
  start_day::text AS "startDay", until_day::text AS "untilDay", minute_of_day AS "minuteOfDay", minutes`;
export const slotColumns = `s.id, s.circle_id AS "circleId", s.caregiver_id AS "caregiverId", s.series_id AS "seriesId",
  r.category, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.status, s.taker_id AS "takerId", s.taken_at AS "takenAt",
  s.swap_asked AS "swapAsked", s.swap_to_id AS "swapToId", s.help_request_id AS "helpRequestId", s.ask_refusal AS "askRefusal"`;
export const slotsWithSeries = `circle_slot s JOIN circle_series r
  ON r.municipality_id = s.municipality_id AND r.id = s.series_id`;

/** A turn as the rules take it. */
export function slotState({ status, startsAt, takerId, swapAsked, swapToId }: SlotRow): SlotState {
  return { status, startsAt: startsAt.getTime(), takerId, swap: swapAsked ? { toId: swapToId } : null };
}
