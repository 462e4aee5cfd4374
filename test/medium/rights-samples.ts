import { operations, type OperationId } from '@app/contracts/http/index.js';
import type { Operation } from '@app/contracts/http/operation.js';
import { fieldsOf, sampleOf } from '../support/sample-of.js';

const pace = {
  acuteCoordinatorMinutes: 30,
  acuteDeskMinutes: 60,
  plannedCoordinatorPercent: 50,
  plannedDeskPercent: 75,
};

const gathering = {
  kind: 'coffee',
  title: 'Koffie op dinsdag',
  words: 'Iedereen is welkom.',
  place: 'Buurthuis',
  neighbourhoodCode: 'BU90010000',
  forWhom: 'everybody',
  seats: null,
  time: '10:00',
  minutes: 120,
};

/** Bodies of operations whose parts depend on each other, which a schema alone does not tell. */
export const sampleBodies: Partial<Record<OperationId, unknown>> = {
  putAbsence: {
    deputyId: '0198c5b2-0000-7000-8000-000000000001',
    from: '2027-03-03T08:00:00Z',
    until: '2027-03-05T08:00:00Z',
  },
  addMember: { email: 'iemand@example.invalid', role: 'monitor', associationId: null, mayChangeSettings: false },
  putAssociationSettings: {
    name: 'Noord',
    neighbourhoodCodes: [],
    moderationMode: 'after',
    pace,
    openingHours: null,
    fallback: { kind: 'desk', associationId: null },
    welcomeText: null,
    nobodyText: null,
    contactPersonId: null,
    deputyPersonId: null,
  },
  postHelpRequest: {
    category: 'walk-dog',
    urgency: 'acute',
    summary: 'Even met de hond naar buiten',
    window: { from: '2027-03-02T14:00:00Z', until: '2027-03-02T17:00:00Z' },
    neighbourhoodCode: 'BU90010000',
  },
  findNeighbourhood: { postcode: '1234 AB' },
  startImport: { kind: 'members', associationId: null, bytes: 3, sha256: 'a'.repeat(64) },
  sendImportPart: { startsAt: 0, content: 'AAAA' },
  previewPublication: { quarter: '2026-Q4' },
  publishQuarter: { quarter: '2026-Q4' },
  lookAtCircleInvitation: { token: 'a'.repeat(22) },
  joinCircle: { token: 'a'.repeat(22) },
  addCircleSeries: {
    category: 'groceries',
    summary: 'Brood en melk',
    days: ['tuesday'],
    time: '10:00',
    minutes: 30,
    startDay: '2027-03-09',
    untilDay: '2027-04-06',
  },
  announceGathering: {
    associationId: '0198c5b2-0000-7000-8000-000000000001',
    ...gathering,
    day: '2027-03-09',
    everyWeeks: 1,
    untilDay: '2027-03-30',
  },
  editGathering: gathering,
  noteAttendance: { held: true, came: 12 },
  editHelpRequest: { summary: 'Iets anders' },
  findDeskCallers: { givenName: 'Truus' },
  findKnownAskers: { givenName: 'Truus' },
  blockPerson: { helpRequestId: '0198c5b2-0000-7000-8000-000000000001' },
  reportPerson: { met: { helpRequestId: '0198c5b2-0000-7000-8000-000000000001' }, kind: 'other' },
  addPushSubscription: {
    endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
    keys: { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: Buffer.alloc(16, 1).toString('base64url') },
  },
  viewContactDetails: { reason: 'call-about-request' },
  viewDeskAsker: { reason: 'call-about-request' },
  callNextNeighbour: { reason: 'arrange-help' },
};

/** A body that an operation takes; undefined where it takes none. */
export function sampleOfOperation(id: OperationId): unknown {
  const { body }: Operation = operations[id];
  return body && (sampleBodies[id] ?? sampleOf(body));
}

/** What somebody might slip in to become or take something; nothing that the body has a place for. */
export function extraFields(body: NonNullable<Operation['body']>): Record<string, unknown> {
  const extra = {
    role: 'administrator',
    associationId: '0198c5b2-0000-7000-8000-00000000000a',
    municipalityId: '0198c5b2-0000-7000-8000-00000000000b',
    personId: '0198c5b2-0000-7000-8000-00000000000c',
    askerId: '0198c5b2-0000-7000-8000-00000000000d',
    status: 'completed',
    winnerId: '0198c5b2-0000-7000-8000-00000000000e',
    trust: 'vog',
  };
  const own = fieldsOf(body);
  return Object.fromEntries(Object.entries(extra).filter(([name]) => !own.has(name)));
}
