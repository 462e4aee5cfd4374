import { randomUUID } from 'node:crypto';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { CountedEvent } from './counted-events.js';
import type { Surroundings } from './facts-of-event.js';

/** Looks up where the people and requests of these events are counted. Needs a system transaction. */
export async function surroundingsOf(tx: Transaction, events: readonly CountedEvent[]): Promise<Surroundings> {
  const personIds = new Set<string>();
  const requestIds = new Set<string>();
  const questionIds = new Set<string>();
  const circleIds = new Set<string>();
  const gatheringIds = new Set<string>();
  for (const { payload } of events) {
    if ('helperIds' in payload) for (const id of payload.helperIds) personIds.add(id);
    if ('helpRequestId' in payload) requestIds.add(payload.helpRequestId);
    if ('questionId' in payload) questionIds.add(payload.questionId);
    if ('circleId' in payload) circleIds.add(payload.circleId);
    if ('gatheringId' in payload) gatheringIds.add(payload.gatheringId);
    // On a request event this is whoever said yes, of whom it counts only that the request was answered.
    if ('personId' in payload) personIds.add(payload.personId);
  }
  return {
    people: new Map((await readPeople(tx, [...personIds])).map(({ id, ...person }) => [id, person])),
    requests: new Map((await readRequests(tx, [...requestIds])).map(({ id, ...request }) => [id, request])),
    questions: new Map((await readQuestions(tx, [...questionIds])).map(({ id, ...question }) => [id, question])),
    circles: new Map((await readCircles(tx, [...circleIds])).map(({ id, ...circle }) => [id, circle])),
    gatherings: new Map((await readGatherings(tx, [...gatheringIds])).map(({ id, ...place }) => [id, place])),
  };
}

type PersonPlace = { readonly id: string; readonly historyId: string; districtCode: string; organisationId: string };

/** Gives everyone who has none a made-up id first; whoever was erased gets none. */
async function readPeople(tx: Transaction, ids: readonly string[]): Promise<PersonPlace[]> {
  const { municipalityId } = tx.tenancy;
  await tx.query(
    `INSERT INTO participation_subject (municipality_id, person_id, history_id)
     SELECT p.municipality_id, p.id, made.history_id
       FROM unnest($2::uuid[], $3::uuid[]) AS made(person_id, history_id)
       JOIN person p ON p.municipality_id = $1 AND p.id = made.person_id AND p.status <> 'erased'
     ON CONFLICT DO NOTHING`,
    [municipalityId, ids, ids.map(() => randomUUID())],
  );
  return tx.query(
    `SELECT s.person_id AS id, s.history_id AS "historyId", coalesce(n.district_code, '') AS "districtCode",
            coalesce(CASE WHEN n.code IS NOT NULL THEN coalesce(area.association_id, desk.id) END::text, '') AS "organisationId"
       FROM participation_subject s
       LEFT JOIN helper_profile h ON h.municipality_id = s.municipality_id AND h.person_id = s.person_id
       LEFT JOIN neighbourhood n ON n.code = h.neighbourhood_code
       LEFT JOIN association_area area ON area.neighbourhood_code = n.code
       LEFT JOIN association desk ON desk.municipality_id = s.municipality_id AND desk.kind = 'desk'
      WHERE s.municipality_id = $1 AND s.person_id = ANY ($2::uuid[])`,
    [municipalityId, ids],
  );
}

type RequestPlace = {
  readonly id: string;
  districtCode: string;
  organisationId: string;
  urgency: string;
  category: string;
};

function readRequests(tx: Transaction, ids: readonly string[]): Promise<RequestPlace[]> {
  return tx.query(
    `SELECT r.id, n.district_code AS "districtCode", r.association_id::text AS "organisationId", r.urgency, r.category
       FROM help_request r JOIN neighbourhood n ON n.code = r.neighbourhood_code
      WHERE r.municipality_id = $1 AND r.id = ANY ($2::uuid[])`,
    [tx.tenancy.municipalityId, ids],
  );
}

type ThingPlace = { readonly id: string; districtCode: string; organisationId: string };

/** A question passes from hand to hand, so it counts for no organisation; nobody notes where it comes from. */
function readQuestions(tx: Transaction, ids: readonly string[]): Promise<ThingPlace[]> {
  return tx.query(
    `SELECT id, '' AS "districtCode", '' AS "organisationId" FROM desk_question
      WHERE municipality_id = $1 AND id = ANY ($2::uuid[])`,
    [tx.tenancy.municipalityId, ids],
  );
}

/** No organisation sees circles, so none has figures of them. */
function readCircles(tx: Transaction, ids: readonly string[]): Promise<ThingPlace[]> {
  return tx.query(
    `SELECT c.id, n.district_code AS "districtCode", '' AS "organisationId"
       FROM circle c JOIN neighbourhood n ON n.code = c.neighbourhood_code
      WHERE c.municipality_id = $1 AND c.id = ANY ($2::uuid[])`,
    [tx.tenancy.municipalityId, ids],
  );
}

/** A gathering counts where it is, and for the organisation that announced it. */
function readGatherings(tx: Transaction, ids: readonly string[]): Promise<ThingPlace[]> {
  return tx.query(
    `SELECT g.id, n.district_code AS "districtCode", g.association_id::text AS "organisationId"
       FROM gathering g JOIN neighbourhood n ON n.code = g.neighbourhood_code
      WHERE g.municipality_id = $1 AND g.id = ANY ($2::uuid[])`,
    [tx.tenancy.municipalityId, ids],
  );
}
