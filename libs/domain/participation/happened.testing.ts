import fc from 'fast-check';
import type { Figure, Measure } from './figure.js';
import type { Quarter } from './quarter.js';

type Amounts = Readonly<Record<string, number>>;

/**
 * What happened in one district and quarter, so that it could have happened: every helper helps, every request ends somehow.
 */
export const happened = fc.record({
  willing: fc.tuple(fc.nat(30), fc.nat(30)),
  helpers: fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20)),
  ended: fc.tuple(fc.nat(9), fc.nat(40), fc.nat(9), fc.nat(9), fc.nat(9)),
  unfilled: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)),
  answered: fc.array(fc.tuple(fc.nat(3), fc.nat(5)), { maxLength: 20 }),
  waiting: fc.tuple(fc.nat(9), fc.nat(9)),
  turns: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 4 })), { maxLength: 6 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  more: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(9)),
});
type Happened = typeof happened extends fc.Arbitrary<infer T> ? T : never;

const sumOf = (amounts: readonly number[]): number => amounts.reduce((before_, amount) => before_ + amount, 0);

/** Some of a whole. */
const shareOf =
  (share: number) =>
  (whole: number): number =>
    Math.floor(whole * share);

export function amountsOf(all: Happened): Amounts {
  return { ...ofPeople(all), ...ofRequests(all), ...ofCircles(all), ...ofDesk(all) };
}

function ofPeople({ willing, helpers, share, more }: Happened): Amounts {
  const [one, two, three, five, ten] = helpers;
  const part = shareOf(share);
  const first = part(sumOf(helpers));
  return {
    'reached/': 3 * willing[0],
    'willing/already': willing[0],
    'willing/not-yet': willing[1],
    'asked/': part(ten + five),
    'first-help/already': part(first),
    'first-help/not-yet': 0,
    'first-help/unknown': first - part(first),
    'regular/': part(three),
    'resting/': part(two),
    'left/': part(one),
    'helpers/1': one,
    'helpers/2': two,
    'helpers/3-4': three,
    'helpers/5-9': five,
    'helpers/10-up': ten,
    'helps-by-load/1': one,
    'helps-by-load/2': 2 * two,
    'helps-by-load/3-4': 3 * three + part(three),
    'helps-by-load/5-9': 5 * five + part(4 * five),
    'helps-by-load/10-up': 10 * ten + more[2] * ten,
    'helps-by-load/unknown': more[0],
    'helps/': one + 2 * two + 3 * three + part(three) + 5 * five + part(4 * five) + 10 * ten + more[2] * ten + more[0],
    'people-asked/1': ten,
    'people-asked/2': five,
    'people-asked/3-4': three,
    'people-asked/5-9': two,
    'people-asked/10-up': part(one),
    'asks/': ten + 2 * five + 3 * three + 5 * two + 10 * part(one) + more[2],
  };
}

function ofRequests({ ended, unfilled, share, more }: Happened): Amounts {
  const part = shareOf(share);
  const requests = sumOf(ended) + sumOf(unfilled);
  return {
    'requests/running': ended[0],
    'requests/helped': ended[1],
    'requests/not-helped': ended[2],
    'requests/cancelled': ended[3],
    'requests/expired-untold': ended[4],
    'requests/expired-unfilled': sumOf(unfilled),
    'requests-by-urgency/acute': part(requests),
    'requests-by-urgency/planned': requests - part(requests),
    'requests-by-category/ride': part(ended[1]),
    'requests-by-category/garden': requests - part(ended[1]),
    'asks-of-helped/': ended[1] + more[0],
    'time-to-yes/15-minutes': part(ended[1]),
    'time-to-yes/longer': 0,
    'unfilled/nobody-asked': unfilled[0],
    'unfilled/all-declined': unfilled[1],
    'unfilled/no-answer': unfilled[2],
    'unfilled/fell-through': unfilled[3],
  };
}

/** Of circles, and of gatherings that are as often. */
function ofCircles({ turns, more }: Happened): Amounts {
  return {
    'circles/': turns.length,
    'circle-turns/member': sumOf(turns.map(([member]) => member)),
    'circle-turns/board': sumOf(turns.map(([, board]) => board)),
    'circle-turns/nobody': sumOf(turns.map(([, , nobody]) => nobody)),
    'gatherings/held': turns.length,
    'gatherings/cancelled': more[0],
    'gathering-visits/coffee': sumOf(turns.map(([member]) => member)),
    'gathering-visits/walk': sumOf(turns.map(([, board]) => board)),
    'gathering-peaks/coffee': Math.max(0, ...turns.map(([member]) => member)),
    'gathering-peaks/walk': Math.max(0, ...turns.map(([, board]) => board)),
  };
}

function ofDesk({ answered, waiting, share }: Happened): Amounts {
  const part = shareOf(share);
  const times = ['1-day', '2-days', '1-week', 'longer'];
  const themes = ['finding-the-way', 'how-it-feels', 'neighbours', 'professional-help', 'technology', 'other'];
  return {
    ...Object.fromEntries(
      times.map((time, at) => [`desk-questions/${time}`, answered.filter(([t]) => t === at).length]),
    ),
    ...Object.fromEntries(
      themes.map((theme, at) => [`desk-themes/${theme}`, answered.filter(([, t]) => t === at).length]),
    ),
    ...Object.fromEntries(
      themes.map((theme, at) => [`strain-themes/${theme}`, part(answered.filter(([, t]) => t === at).length)]),
    ),
    'strain-signals/followed': sumOf(themes.map((_, at) => part(answered.filter(([, t]) => t === at).length))),
    'strain-signals/waiting': part(waiting[0]),
    'strain-signals/withdrawn': part(waiting[1]),
    'desk-questions/open': waiting[0],
    'desk-questions/withdrawn': waiting[1],
    'desk-handovers/welfare': part(waiting[0]),
    'desk-handovers/desk': part(answered.length),
  };
}

export function figuresOf(quarter: Quarter, districtCode: string, amounts: Amounts): Figure[] {
  return Object.entries(amounts).map(([key, amount]) => {
    const [measure, bucket] = key.split('/') as [Measure, string];
    return { quarter, districtCode, organisationId: '', measure, bucket, amount };
  });
}
