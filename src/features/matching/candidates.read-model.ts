import type { Category, MaxDistance, TrustLevel } from '@app/domain/kernel/vocabulary.js';
import { distanceKm } from '@app/domain/kernel/distance.js';
import { asksInLast7Days, decayedFatigue, type Candidate } from '@app/domain/matching/index.js';
import { isQuiet } from '@app/domain/schedule/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { localSegments } from './local-segments.js';

export interface Place {
  readonly neighbourhoodCode: string;
  readonly districtCode: string;
  readonly longitude: number;
  readonly latitude: number;
}

export interface CandidateQuestion {
  readonly helpRequestId: string;
  readonly category: Category;
  readonly place: Place;
  readonly windowFrom: number;
  readonly windowUntil: number;
}

interface CandidateRow {
  readonly person_id: string;
  readonly neighbourhood_code: string;
  readonly district_code: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly max_distance: MaxDistance;
  readonly weekly_ask_budget: number;
  readonly quiet_from_minute: number;
  readonly quiet_until_minute: number;
  readonly accepts_acute: boolean;
  readonly paused_until: Date | null;
  readonly trust: TrustLevel;
  readonly helps_while_asking: boolean;
  readonly recent_ask_times: Date[] | null;
  readonly asks_total: number | null;
  readonly fatigue: number | null;
  readonly fatigue_at: Date | null;
  readonly last_declined_at: Date | null;
  readonly last_completed_at: Date | null;
  readonly helps_completed: number | null;
  readonly available: boolean;
  readonly already_asked: boolean;
  readonly open_agreements: number;
  readonly is_asking: boolean;
}

/**
 * Everyone who offers this category and whose reach includes the place, with all that the rules need, in one
 * query. Its cost follows the people in reach: the category's index leads, load is a row a person.
 */
const sql = `
  SELECT hp.person_id, hp.neighbourhood_code, n.district_code, n.longitude, n.latitude, hp.max_distance,
         hp.weekly_ask_budget, hp.quiet_from_minute, hp.quiet_until_minute, hp.accepts_acute, hp.paused_until,
         hp.trust, hp.helps_while_asking, l.recent_ask_times, l.asks_total, l.fatigue, l.fatigue_at,
         l.last_declined_at, l.last_completed_at, l.helps_completed,
         (NOT EXISTS (SELECT 1 FROM helper_availability a WHERE a.municipality_id = $1 AND a.person_id = hp.person_id)
           OR EXISTS (SELECT 1 FROM helper_availability a
                        JOIN unnest($6::smallint[], $7::smallint[], $8::smallint[]) AS w(day, from_minute, until_minute)
                          ON a.day = w.day AND a.from_minute < w.until_minute AND a.until_minute > w.from_minute
                       WHERE a.municipality_id = $1 AND a.person_id = hp.person_id)) AS available,
         EXISTS (SELECT 1 FROM ask k WHERE k.municipality_id = $1 AND k.help_request_id = $2 AND k.person_id = hp.person_id)
           OR EXISTS (SELECT 1 FROM acceptance c WHERE c.municipality_id = $1 AND c.help_request_id = $2 AND c.person_id = hp.person_id)
           AS already_asked,
         (SELECT count(*)::int FROM acceptance c
            JOIN help_request r ON r.municipality_id = c.municipality_id AND r.id = c.help_request_id
           WHERE c.municipality_id = $1 AND c.person_id = hp.person_id AND c.status IN ('accepted', 'confirmed')
             AND r.status IN ('open', 'matched', 'confirmed') AND r.window_until > app_now()) AS open_agreements,
         EXISTS (SELECT 1 FROM help_request r WHERE r.municipality_id = $1 AND r.asker_id = hp.person_id
                    AND r.status IN ('in-review', 'open', 'matched')) AS is_asking
    FROM helper_category hc
    JOIN helper_profile hp ON hp.municipality_id = hc.municipality_id AND hp.person_id = hc.person_id
    JOIN person p ON p.municipality_id = hp.municipality_id AND p.id = hp.person_id AND p.status = 'active'
    JOIN neighbourhood n ON n.code = hp.neighbourhood_code
    LEFT JOIN helper_load l ON l.municipality_id = hp.municipality_id AND l.person_id = hp.person_id
   WHERE hc.municipality_id = $1 AND hc.category = $3
     AND (hp.neighbourhood_code = $4
       OR (hp.max_distance = 'municipality')
       OR (hp.max_distance = 'district' AND n.district_code = $5))`;

/** The candidates for a request, as the planner wants them. Needs a system transaction. */
export async function findCandidates(tx: Transaction, question: CandidateQuestion): Promise<Candidate[]> {
  const segments = localSegments(Math.max(question.windowFrom, tx.now), question.windowUntil);
  const rows = await tx.query<CandidateRow>(sql, [
    tx.tenancy.municipalityId,
    question.helpRequestId,
    question.category,
    question.place.neighbourhoodCode,
    question.place.districtCode,
    segments.map(({ day }) => day),
    segments.map(({ fromMinute }) => fromMinute),
    segments.map(({ untilMinute }) => untilMinute),
  ]);
  const { minuteOfDay } = localMoment(tx.now);
  return rows.map((row) => toCandidate(row, question.place, tx.now, minuteOfDay));
}

function toCandidate(row: CandidateRow, place: Place, now: number, minuteOfDay: number): Candidate {
  const helps = row.helps_completed ?? 0;
  return {
    personId: row.person_id,
    blocked: false,
    distanceKm: distanceKm(pointOf(place), pointOf(row)),
    distanceClass: distanceClassOf(row, place),
    maxDistance: row.max_distance,
    trust: row.trust,
    offersCategory: true,
    acceptsAcute: row.accepts_acute,
    availableInWindow: row.available,
    quietNow: isQuiet(minuteOfDay, { fromMinute: row.quiet_from_minute, untilMinute: row.quiet_until_minute }),
    pausedUntil: row.paused_until?.getTime() ?? null,
    weeklyBudget: row.weekly_ask_budget,
    asksLast7Days: asksInLast7Days(
      (row.recent_ask_times ?? []).map((time) => time.getTime()),
      now,
    ),
    fatigue: row.fatigue_at ? decayedFatigue(row.fatigue ?? 0, row.fatigue_at.getTime(), now) : 0,
    asksEver: row.asks_total ?? 0,
    experience: helps === 0 ? 'never' : helps === 1 ? 'first' : 'regular',
    thankedRecently: 0,
    lastDeclinedAt: row.last_declined_at?.getTime() ?? null,
    lastCompletedAt: row.last_completed_at?.getTime() ?? null,
    openAgreements: row.open_agreements,
    isAsking: row.is_asking,
    helpsWhileAsking: row.helps_while_asking,
    // Nothing is kept of how much somebody carries: the strain check stays on their own device.
    heavilyBurdened: false,
    alreadyAskedForThis: row.already_asked,
    // What learning will fill in per person; until then everyone is what people like them are.
    personalEffect: { mean: 0, variance: 0.6 },
  };
}

function pointOf({ longitude, latitude }: Pick<Place, 'longitude' | 'latitude'>) {
  return { lon: longitude, lat: latitude };
}

function distanceClassOf(row: CandidateRow, place: Place): MaxDistance {
  if (row.neighbourhood_code === place.neighbourhoodCode) return 'own-neighbourhood';
  return row.district_code === place.districtCode ? 'district' : 'municipality';
}
