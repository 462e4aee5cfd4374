import { beforeAll, describe, expect, it } from '@jest/globals';
import { evolveAll, type HelpRequestState } from '../../domain/help-request/index.js';
import { DAY } from '../../domain/kernel/time.js';
import { chronicle, type Chronicle, type ChronicleWish } from './chronicle.js';

const days = 70;
const wish: ChronicleWish = {
  seed: 4,
  days,
  people: 300,
  requestsPerDay: 4,
  campaigns: [{ key: 'town', segment: 'never-asked', startDay: 20, logits: 0.5, of: (_, area) => area !== 0 }],
  spells: [],
};

let year: Chronicle;
beforeAll(() => {
  year = chronicle(wish);
});

const ends = ({ requests }: Chronicle): readonly (HelpRequestState | null)[] =>
  requests.map(({ history }) => evolveAll(null, history));

describe('a chronicle', () => {
  it('is the same for the same wish', () => {
    const short = { ...wish, days: 14, campaigns: [] };
    expect(chronicle(short)).toStrictEqual(chronicle(short));
    expect(chronicle({ ...short, seed: 6 }).requests).not.toStrictEqual(chronicle(short).requests);
  });

  it('begins small and grows', () => {
    const halves = year.requests.map(({ history }) => ((history[0]?.at ?? 0) - year.start) / (days * DAY) < 0.5);
    expect(halves.filter(Boolean).length).toBeLessThan(halves.length / 2);
    expect(year.people.filter(({ joinedAt }) => joinedAt === year.start).length).toBeLessThan(200);
  });

  it('holds the history of each request, which ends helped or unfilled', () => {
    const statuses = new Set(ends(year).map((state) => state?.status));
    expect(statuses).toStrictEqual(new Set(['completed', 'expired']));
  });

  it('asks nobody before they joined', () => {
    const joinedAt = new Map(year.people.map((person) => [person.id, person.joinedAt]));
    const asks = year.requests.flatMap((request) => request.asks);
    expect(asks.length).toBeGreaterThan(100);
    expect(asks.filter(({ personId, askedAt }) => askedAt < (joinedAt.get(personId) ?? Infinity))).toStrictEqual([]);
  });

  it('keeps what was learned of everybody who was asked', () => {
    const asked = new Set(year.requests.flatMap((request) => request.asks.map(({ personId }) => personId)));
    const known = year.learned.effects.map(({ personId }) => personId);
    expect(known.length).toBeGreaterThan(100);
    expect(known.filter((id) => !asked.has(id))).toStrictEqual([]);
    expect(year.learned.belief.version).toBeGreaterThan(500);
  });

  it('has hard times where and when they are wanted: more is asked for, and fewer say yes', () => {
    const place = 4;
    const spell = { fromDay: 35, untilDay: days, logits: -2, requests: 3, of: (area: number) => area === place };
    const hard = chronicle({ ...wish, campaigns: [], spells: [spell] });
    const ordinary = chronicle({ ...wish, campaigns: [] });
    const told = (lived: Chronicle, late: boolean, there: boolean) => {
      const some = lived.requests.filter(
        ({ area, history }) =>
          (area === place) === there && (history[0]?.at ?? 0) >= lived.start + spell.fromDay * DAY === late,
      );
      const asks = some.flatMap((request) => request.asks);
      const yeses = asks.filter(({ answer }) => answer === 'yes').length / asks.length;
      return { requests: some.length, yeses };
    };
    expect(told(hard, true, true).requests).toBeGreaterThan(2 * told(ordinary, true, true).requests);
    expect(told(hard, true, true).yeses).toBeLessThan(told(ordinary, true, true).yeses);
    expect(told(hard, true, false).requests).toBeLessThan(1.4 * told(ordinary, true, false).requests);
    expect(told(hard, false, true).requests).toBeLessThan(2 * told(ordinary, false, true).requests);
  });

  it('draws a campaign from whom it is about, and writes to the invited only', () => {
    const [campaign] = year.campaigns;
    const areaOf = new Map(year.people.map(({ id, area }) => [id, area]));
    const drawn = [...(campaign?.invited ?? []).map(({ personId }) => personId), ...(campaign?.heldOut ?? [])];
    expect(campaign?.heldOut.length).toBeGreaterThanOrEqual(10);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.filter((id) => areaOf.get(id) === 0)).toStrictEqual([]);
    expect(campaign?.invited.filter(({ writtenAt }) => writtenAt !== null).length).toBeGreaterThan(0);
  });
});
