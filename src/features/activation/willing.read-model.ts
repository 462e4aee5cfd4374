import {
  invitationRefusal,
  segmentOf,
  type InvitationFacts,
  type Segment,
  type WillingFacts,
} from '@app/domain/activation/index.js';
import { DAY } from '@app/domain/kernel/time.js';
import { burdenedUntil } from '@app/domain/matching/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

interface Row {
  readonly person_id: string;
  readonly helps: number;
  readonly asks: number;
  readonly willing_since: Date;
  readonly last_ask: Date | null;
  readonly last_help: Date | null;
  readonly wants_invitations: boolean;
  readonly paused_until: Date | null;
  readonly weekly_budget: number;
  readonly barred: boolean;
  readonly asks_for_help: boolean;
  readonly helps_while_asking: boolean;
  readonly own_requests: Date[] | null;
  readonly own_acute_requests: Date[] | null;
  readonly in_campaign: boolean;
  readonly last_written: Date | null;
}

/**
 * What the rules want to know of willing people. Who is drawn into the campaign of `$3` is not in another one for that, nor
 * written to before by its own letter.
 */
const factsOf = (whom: string): string => `
  SELECT p.person_id, coalesce(l.helps_completed, 0) AS helps, coalesce(l.asks_total, 0) AS asks, p.willing_since,
         asked.last AS last_ask, coalesce(l.last_completed_at, l.first_help_at) AS last_help,
         p.invitations AS wants_invitations, p.paused_until, p.weekly_ask_budget AS weekly_budget,
         coalesce(person.helping_barred_until > app_now(), false) AS barred,
         coalesce(l.asking, false) AND NOT p.helps_while_asking AS asks_for_help, p.helps_while_asking, l.own_requests, l.own_acute_requests,
         coalesce(written.measured, false) AS in_campaign, written.last AS last_written
    FROM helper_profile p
    JOIN person ON person.municipality_id = p.municipality_id AND person.id = p.person_id AND person.status = 'active'
    LEFT JOIN helper_load l ON l.municipality_id = p.municipality_id AND l.person_id = p.person_id
    LEFT JOIN LATERAL (SELECT a.created_at AS last FROM ask a
      WHERE a.municipality_id = p.municipality_id AND a.person_id = p.person_id AND a.taken_back_at IS NULL
      ORDER BY a.created_at DESC LIMIT 1) asked ON true
    LEFT JOIN LATERAL (SELECT max(i.written_at) FILTER (WHERE i.withheld_at IS NULL) AS last, bool_or(c.finished_at IS NULL) AS measured FROM invitation i
      JOIN campaign c ON c.municipality_id = i.municipality_id AND c.id = i.campaign_id
      WHERE i.municipality_id = p.municipality_id AND i.person_id = p.person_id
        AND i.campaign_id IS DISTINCT FROM $3::uuid) written ON true
   WHERE p.municipality_id = $1 AND ${whom}
   ORDER BY p.person_id`;

/** Who may be written to now in these neighbourhoods, by group. Needs a system transaction. */
export async function readInvitable(
  tx: Transaction,
  neighbourhoodCodes: readonly string[],
): Promise<ReadonlyMap<Segment, readonly string[]>> {
  const rows = await tx.query<Row>(factsOf('p.neighbourhood_code = ANY ($2::text[])'), [
    tx.tenancy.municipalityId,
    neighbourhoodCodes,
    null,
  ]);
  const bySegment = new Map<Segment, string[]>();
  for (const row of rows) {
    const segment = segmentNow(row, tx.now);
    if (segment === null) continue;
    bySegment.set(segment, [...(bySegment.get(segment) ?? []), row.person_id]);
  }
  return bySegment;
}

/**
 * Of people drawn into a campaign, who is in its group still and may still be written to: between the draw and their turn
 * somebody may have been asked, have helped, or have begun to ask for help. Needs a system transaction.
 */
export async function readStillInvitable(
  tx: Transaction,
  campaign: { readonly id: string; readonly segment: Segment },
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<Row>(factsOf('p.person_id = ANY ($2::uuid[])'), [
    tx.tenancy.municipalityId,
    personIds,
    campaign.id,
  ]);
  return new Set(rows.filter((row) => segmentNow(row, tx.now) === campaign.segment).map(({ person_id: id }) => id));
}

/** The group of somebody who may be written to now; null for who is in none or may not. */
function segmentNow(row: Row, now: number): Segment | null {
  return invitationRefusal(invitationFacts(row, now), now) === null ? segmentOf(willingFacts(row, now)) : null;
}

function willingFacts(
  { helps, asks, willing_since: since, last_ask: ask, last_help: help }: Row,
  now: number,
): WillingFacts {
  return {
    helps,
    asks,
    daysWilling: daysSince(since, now) ?? 0,
    daysSinceLastAsk: daysSince(ask, now),
    daysSinceLastHelp: daysSince(help, now),
  };
}

function invitationFacts(row: Row, now: number): InvitationFacts {
  return {
    wantsInvitations: row.wants_invitations,
    pausedUntil: row.paused_until?.getTime() ?? null,
    weeklyBudget: row.weekly_budget,
    barred: row.barred,
    asksForHelp: row.asks_for_help,
    heavilyBurdened: isBurdened(row, now) && !row.helps_while_asking,
    inCampaign: row.in_campaign,
    daysSinceInvitation: daysSince(row.last_written, now),
  };
}

/** As when neighbours are chosen for a request: by their own requests only. */
function isBurdened({ own_requests: all, own_acute_requests: acute }: Row, now: number): boolean {
  const times = (dates: readonly Date[] | null): number[] => (dates ?? []).map((date) => date.getTime());
  return burdenedUntil({ all: times(all), acute: times(acute) }, now) !== null;
}

function daysSince(moment: Date | null, now: number): number | null {
  return moment === null ? null : Math.floor((now - moment.getTime()) / DAY);
}
