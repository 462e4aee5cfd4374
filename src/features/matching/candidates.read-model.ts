import { MAX_OPEN_AGREEMENTS } from '@app/domain/kernel/limits.js';
import {
  type Category,
  type MaxDistance,
  type TrustLevel,
  trustLevels,
  trustSuffices,
} from '@app/domain/kernel/vocabulary.js';
import { unknownPerson } from '@app/domain/learning/index.js';
import { burdenedUntil, coolDowns, decayedFatigue, fadedThanks, type Candidate } from '@app/domain/matching/index.js';
import { isQuiet } from '@app/domain/schedule/index.js';
import type { Area, AreaMap } from '@app/features/associations/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { candidateAreas, kmBetween } from './candidate-areas.js';
import { localSegments } from './local-segments.js';
import { weekHours } from './week-hours.js';

/** Who is looked for. */
export interface CandidateQuestion {
  readonly askerId: string;
  readonly personHelpedId: string;
  readonly category: Category;
  readonly acute: boolean;
  readonly requiredTrust: TrustLevel;
  readonly place: Area;
  readonly windowFrom: number;
  readonly windowUntil: number;
  /** How many neighbourhoods around the place to look in for people who help in the whole municipality. */
  readonly ring: number;
  /** People who were asked about this request before, or took part in it. */
  readonly knownPersonIds: readonly string[];
  /** Who helped this asker before and is wanted again. */
  readonly sameNeighbourId?: string | undefined;
}

interface CandidateRow {
  readonly person_id: string;
  readonly neighbourhood_code: string;
  readonly max_distance: MaxDistance;
  readonly weekly_ask_budget: number;
  readonly quiet_from_minute: number;
  readonly quiet_until_minute: number;
  readonly accepts_acute: boolean;
  readonly trust: TrustLevel;
  readonly helps_while_asking: boolean;
  readonly asking: boolean;
  readonly own_requests: readonly Date[];
  readonly own_acute_requests: readonly Date[];
  readonly asks_last_7_days: number;
  readonly asks_total: number;
  readonly fatigue: number;
  readonly fatigue_at: Date | null;
  readonly helps_completed: number;
  readonly last_completed_at: Date | null;
  readonly open_agreements: number;
  readonly effect_mean: number | null;
  readonly effect_variance: number | null;
}

/**
 * Everyone who offers this category around the place and whom no lasting rule refuses: who could be asked now but for the
 * hour or the budget is there too, because the planner counts them. Starts at the areas in reach, so that its cost follows
 * the people there and not the people registered; each person is one look in each of four indexes, and their load is a row.
 * The times in `recent_ask_times` and `agreement_ends` ascend: `width_bucket` counts those that are over.
 */
const sql = `
  SELECT hp.person_id, hp.neighbourhood_code, hp.max_distance, hp.weekly_ask_budget, hp.quiet_from_minute,
         hp.quiet_until_minute, hp.accepts_acute, hp.trust, hp.helps_while_asking, l.asking,
         l.own_requests, l.own_acute_requests,
         cardinality(l.recent_ask_times) - width_bucket($5::timestamptz - interval '7 days', l.recent_ask_times)
           AS asks_last_7_days,
         l.asks_total, l.fatigue, l.fatigue_at, l.helps_completed, l.last_completed_at,
         cardinality(l.agreement_ends) - width_bucket($5::timestamptz, l.agreement_ends) AS open_agreements,
         e.mean AS effect_mean, e.variance AS effect_variance
    FROM unnest($3::text[], $4::text[]) AS area(reach, code)
    JOIN helper_category hc ON hc.municipality_id = $1 AND hc.category = $2
     AND hc.reach = area.reach AND hc.area_code = area.code
    JOIN helper_profile hp ON hp.municipality_id = $1 AND hp.person_id = hc.person_id
    JOIN helper_load l ON l.municipality_id = $1 AND l.person_id = hc.person_id
    LEFT JOIN personal_effect e ON e.municipality_id = $1 AND e.person_id = hc.person_id
   WHERE NOT EXISTS (SELECT FROM person p WHERE p.municipality_id = $1 AND p.id = hc.person_id
                        AND (p.status <> 'active' OR p.helping_barred_until > $5))
     AND hc.person_id <> ALL ($6::uuid[])
     AND hc.person_id <> ALL (ARRAY(
           SELECT CASE WHEN b.blocker_id = ANY ($16::uuid[]) THEN b.blocked_id ELSE b.blocker_id END FROM person_block b
            WHERE b.municipality_id = $1 AND (b.blocker_id = ANY ($16::uuid[]) OR b.blocked_id = ANY ($16::uuid[]))))
     AND (hp.paused_until IS NULL OR hp.paused_until <= $5)
     AND (hp.accepts_acute OR NOT $7::boolean)
     AND hp.trust = ANY ($8::text[])
     AND (hp.helps_while_asking OR NOT l.asking)
     AND cardinality(l.agreement_ends) - width_bucket($5::timestamptz, l.agreement_ends) < $9::int
     AND (l.last_declined_at IS NULL OR l.last_declined_at <= $10)
     AND (l.last_completed_at IS NULL OR l.last_completed_at <= $11 OR (hp.again_at_once AND hc.person_id = $17::uuid))
     AND coalesce((SELECT bool_or((a.from_minute < ($13::int[])[a.day] AND a.until_minute > ($12::int[])[a.day])
                               OR (a.from_minute < ($15::int[])[a.day] AND a.until_minute > ($14::int[])[a.day]))
                     FROM helper_availability a WHERE a.municipality_id = $1 AND a.person_id = hc.person_id), true)`;

/** The candidates for a request, as the planner wants them. Needs a system transaction. */
export async function findCandidates(tx: Transaction, map: AreaMap, question: CandidateQuestion): Promise<Candidate[]> {
  const { category, acute, requiredTrust, place, askerId, personHelpedId, knownPersonIds } = question;
  const areas = candidateAreas(map, place, question.ring);
  const [first, second] = weekHours(localSegments(Math.max(question.windowFrom, tx.now), question.windowUntil));
  const rows = await tx.query<CandidateRow>(sql, [
    tx.tenancy.municipalityId,
    category,
    areas.map(({ reach }) => reach),
    areas.map(({ code }) => code),
    new Date(tx.now),
    [askerId, ...knownPersonIds],
    acute,
    trustLevels.filter((level) => trustSuffices(level, requiredTrust)),
    MAX_OPEN_AGREEMENTS,
    new Date(tx.now - coolDowns.afterNo),
    new Date(tx.now - coolDowns.afterHelp),
    first.from,
    first.until,
    second.from,
    second.until,
    [askerId, personHelpedId],
    question.sameNeighbourId ?? null,
  ]);
  const { minuteOfDay } = localMoment(tx.now);
  return rows.map((row) =>
    toCandidate(row, map.areas.get(row.neighbourhood_code) ?? place, place, tx.now, minuteOfDay),
  );
}

function toCandidate(row: CandidateRow, home: Area, place: Area, now: number, minuteOfDay: number): Candidate {
  const helps = row.helps_completed;
  return {
    personId: row.person_id,
    blocked: false,
    distanceKm: kmBetween(place, home),
    distanceClass: distanceClassOf(home, place),
    maxDistance: row.max_distance,
    trust: row.trust,
    acceptsAcute: row.accepts_acute,
    quietNow: isQuiet(minuteOfDay, { fromMinute: row.quiet_from_minute, untilMinute: row.quiet_until_minute }),
    weeklyBudget: row.weekly_ask_budget,
    asksLast7Days: row.asks_last_7_days,
    fatigue: row.fatigue_at ? decayedFatigue(row.fatigue, row.fatigue_at.getTime(), now) : 0,
    asksEver: row.asks_total,
    experience: helps === 0 ? 'never' : helps === 1 ? 'first' : 'regular',
    thankedRecently: row.last_completed_at ? fadedThanks(row.last_completed_at.getTime(), now) : 0,
    openAgreements: row.open_agreements,
    isAsking: row.asking,
    helpsWhileAsking: row.helps_while_asking,
    heavilyBurdened: isBurdened(row, now),
    personalEffect:
      row.effect_mean === null || row.effect_variance === null
        ? unknownPerson
        : { mean: row.effect_mean, variance: row.effect_variance },
    // The query leaves out whom these would refuse.
    offersCategory: true,
    availableInWindow: true,
    alreadyAskedForThis: false,
    pausedUntil: null,
    lastDeclinedAt: null,
    lastCompletedAt: null,
  };
}

/** By their own requests only: the strain check stays on people's own device. */
function isBurdened({ own_requests: all, own_acute_requests: acute }: CandidateRow, now: number): boolean {
  const times = (dates: readonly Date[]): number[] => dates.map((date) => date.getTime());
  return burdenedUntil({ all: times(all), acute: times(acute) }, now) !== null;
}

function distanceClassOf(home: Area, place: Area): MaxDistance {
  if (home.code === place.code) return 'own-neighbourhood';
  return home.districtCode === place.districtCode ? 'district' : 'municipality';
}
