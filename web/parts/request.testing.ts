import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';

/** Tuesday 24 November 2026, 14:12 in Amsterdam: the time of the specs. */
export const specNow = Date.parse('2026-11-24T13:12:00Z');

/** An urgent request that neighbours are being asked about. */
export function aRequest(more: Partial<HelpRequestView> = {}): HelpRequestView {
  return {
    id: '01920000-0000-7000-8000-000000000000',
    status: 'open',
    version: 1,
    viewer: 'asker',
    category: 'walk-dog',
    urgency: 'acute',
    summary: 'Boef moet even naar buiten.',
    window: { from: '2026-11-24T13:10:00Z', until: '2026-11-24T15:00:00Z' },
    expectedMinutes: 20,
    neighbourhoodCode: 'BU03270107',
    neighbourhoodName: 'Rossenberg',
    helpersNeeded: 1,
    requiredTrust: 'none',
    autoConfirm: false,
    owner: {
      kind: 'association',
      organisationId: '01900000-0000-7000-8000-000000000000',
      name: 'Wijkvereniging Rossenberg',
      person: { givenName: 'Marja', phone: '000' },
    },
    escalation: {
      level: 0,
      nextAt: '2026-11-24T13:40:00Z',
      coordinatorAt: '2026-11-24T13:40:00Z',
      deskAt: '2026-11-24T14:10:00Z',
      reason: null,
    },
    postedAt: '2026-11-24T13:10:00Z',
    outcome: null,
    actions: [],
    ...more,
  };
}

/** A neighbour who said yes. */
export function aHelper(givenName: string): NonNullable<HelpRequestView['helpers']>[number] {
  return { acceptanceId: givenName, givenName, status: 'accepted', phone: null };
}
