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
