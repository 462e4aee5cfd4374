import type { CampaignResult } from '@app/contracts/http/activation.js';
import type { MonitorAlertView } from '@app/contracts/http/monitor-alerts.js';
import type { Participation, ParticipationCell } from '@app/contracts/http/participation.js';
import { quartersBetween, type Quarter } from '@app/domain/participation/quarter.js';

/** Of 100 of the whole municipality, so many are in a district; the last two are too few to show. */
const shares = [27, 34, 17, 9, 1, 12];

/** Of all helpers and of all helps, the part of who helped so often. */
const loads = [
  ['1', 0.52, 0.25],
  ['2', 0.22, 0.21],
  ['3-4', 0.16, 0.25],
  ['5-9', 0.1, 0.29],
] as const;

/** What is told of the whole municipality alone. */
const ofWhole: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  circles: { '': 20 },
  'circle-turns': { '': 160, member: 120, board: 25, nobody: 15 },
  'desk-questions': { '': 80, '1-day': 35, '2-days': 20, '1-week': 15 },
  'desk-themes': { '': 70, 'finding-the-way': 30, 'professional-help': 25, 'how-it-feels': 10 },
  'desk-handovers': { '': 25, welfare: 15 },
  'strain-signals': { '': 30, followed: 20 },
  'strain-themes': { '': 20, 'how-it-feels': 15 },
};

/**
 * The answer of the service as it would be after two years of use: every number made up, rounded and left out as the
 * service does it. In the last quarter fewer requests are helped in the second district.
 */
export function livedIn(answer: Participation): Participation {
  const quarters = quartersBetween(answer.from as Quarter, answer.until as Quarter);
  const places = [
    { code: null, share: 100 },
    ...answer.districts.map(({ code }, index) => ({ code, share: shares[index] ?? 0 })),
  ];
  const cells: ParticipationCell[] = [];
  const totals: ParticipationCell[] = [];
  quarters.forEach((quarter, index) => {
    const isLast = index === quarters.length - 1;
    for (const { code: districtCode, share } of places) {
      const put = (list: ParticipationCell[], measure: string, bucket: string, amount: number): void => {
        const rounded = Math.round((amount * share) / 500) * 5;
        if (rounded >= 10) list.push({ quarter, districtCode, measure, bucket, amount: rounded });
      };
      const requests = 120 + 40 * index;
      const helped = isLast && share === 34 ? 0.55 : 0.79;
      put(cells, 'requests', '', requests);
      put(cells, 'requests', 'helped', requests * helped);
      put(cells, 'asks-of-helped', '', requests * helped * 2.4);
      put(cells, 'first-help', '', 30 + 9 * index);
      put(cells, 'time-to-yes', '', requests * helped);
      put(cells, 'time-to-yes', '15-minutes', requests * 0.25);
      put(cells, 'time-to-yes', '1-hour', requests * 0.3);
      put(cells, 'people-asked', '', 300 + 20 * index);
      put(cells, 'people-asked', '10-up', isLast ? 60 : 5);
      put(cells, 'helpers', '', 140 + 10 * index);
      put(cells, 'helps-by-load', '', 300 + 25 * index);
      for (const [part, people, times] of loads) {
        put(cells, 'helpers', part, people * (140 + 10 * index));
        put(cells, 'helps-by-load', part, times * (300 + 25 * index));
      }
      put(cells, 'unfilled', '', 40);
      put(cells, 'unfilled', 'no-answer', 24);
      put(cells, 'unfilled', 'fell-through', 11);
      put(totals, 'reached', '', 600 + 110 * index);
      put(totals, 'willing', '', 420 + 80 * index);
      put(totals, 'willing', 'already', 150 + 27 * index);
      put(totals, 'willing', 'not-yet', 270 + 53 * index);
      put(totals, 'asked', '', 250 + 60 * index);
      put(totals, 'first-help', '', 120 + 35 * index);
      put(totals, 'regular', '', 40 + 16 * index);
    }
    for (const [measure, parts] of Object.entries(ofWhole))
      for (const [bucket, amount] of Object.entries(parts))
        cells.push({ quarter, districtCode: null, measure, bucket, amount: amount + 5 * index });
  });
  return { ...answer, cells, totals };
}

const noAlert = {
  quarter: '2027-Q1',
  isOver: false,
  place: null,
  before: null,
  now: null,
  verdict: null,
  acknowledged: null,
} as const;

/** What stands out after two years of use: in a district, and in how the policy knows people. */
export const alertsOfTwoYears: readonly MonitorAlertView[] = [
  { ...noAlert, key: 'calibration', kind: 'calibration', verdict: 'less-likely' },
  { ...noAlert, key: 'fill-drops', kind: 'fill-drops', place: 'Leusden-Centrum', before: 0.79, now: 0.55 },
];

const started = { startedAt: '2027-01-11T09:00:00.000Z', measuredAt: '2027-02-22T09:00:00.000Z' };

/** Campaigns after two years of use: one with an effect, one too small to tell, one that is not measured yet. */
export const campaignsOfTwoYears: readonly CampaignResult[] = [
  {
    ...started,
    association: 'Buurtvereniging Noord',
    segment: 'never-asked',
    invited: 205,
    heldOut: 100,
    result: {
      invitedHelped: 60,
      heldOutHelped: 15,
      verdict: 'more',
      effect: { difference: 0.15, from: 0.05, until: 0.2 },
    },
  },
  {
    ...started,
    association: 'Wijkvereniging Zuid',
    segment: 'resting',
    invited: 15,
    heldOut: null,
    result: { invitedHelped: null, heldOutHelped: null, verdict: 'too-few', effect: null },
  },
  {
    ...started,
    association: 'Buurtvereniging Noord',
    segment: 'asked-and-silent',
    measuredAt: '2027-05-03T09:00:00.000Z',
    invited: 80,
    heldOut: 40,
    result: null,
  },
];
