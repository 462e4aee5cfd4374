import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type AppProcess, FaultScene } from './fault-scene.js';

jest.setTimeout(300_000);

const rounds = 50;
const neighbours = 100;
const secretAddress = 'Geheimweg 77-bis';

let scene: FaultScene;
let webs: [AppProcess, AppProcess];

beforeAll(async () => {
  scene = await FaultScene.open('postgres', { neighbours, signedInNeighbours: neighbours, askers: 3 });
  // No worker and no relay: nothing else changes these requests.
  webs = [await scene.start('web'), await scene.start('web')];
});
afterAll(() => scene.close());

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One yes of each neighbour, half of them to each process, all released by one signal. */
async function allSayYes(helpRequestId: string): Promise<Answer[]> {
  let release: () => void = () => undefined;
  const signal = new Promise<void>((resolve) => (release = resolve));
  const answers = scene.town.neighbours.map(async ({ cookie }, index) => {
    await signal;
    const response = await scene.call(
      index % 2 === 0 ? webs[0] : webs[1],
      'PUT',
      `/v1/help-requests/${helpRequestId}/acceptance`,
      {
        cookie,
        body: {},
      },
    );
    return { status: response.status, text: await response.text() };
  });
  release();
  return Promise.all(answers);
}

/** @returns the number of winners, who have been checked to be as many as there are seats */
async function playRound(helpersNeeded: number): Promise<number> {
  const asker = scene.town.askers[0]!;
  const body = scene.requestBody({ helpersNeeded, address: secretAddress });
  const posted = await scene.post(webs[0], asker, body);
  expect(posted.status).toBe(201);
  const { id } = (await posted.json()) as { id: string };
  const answers = await allSayYes(id);
  const winners = answers.filter(({ status }) => status === 200);
  const losers = answers.filter(({ status }) => status !== 200);
  expect(winners).toHaveLength(helpersNeeded);
  expect(new Set(losers.map(({ status }) => status))).toStrictEqual(new Set([409]));
  for (const { text } of losers) expect(JSON.parse(text)).toMatchObject({ code: 'already-matched', waitlist: true });
  for (const { text } of answers) expect(text).not.toContain(secretAddress);
  const seats = await scene.rows<{ seat: number; people: string }>(
    `SELECT seat, count(DISTINCT person_id) AS people FROM acceptance
      WHERE help_request_id = $1 AND status IN ('accepted', 'confirmed') GROUP BY seat ORDER BY seat`,
    [id],
  );
  expect(seats).toStrictEqual(
    Array.from({ length: helpersNeeded }, (_, seat) => ({ seat: seats[0]!.seat + seat, people: '1' })),
  );
  expect(await scene.count('SELECT count(*) FROM acceptance WHERE help_request_id = $1', [id])).toBe(helpersNeeded);
  // The winners are free again for the next round.
  const cancelled = await scene.call(webs[1], 'PUT', `/v1/help-requests/${id}/cancellation`, { cookie: asker.cookie });
  expect(cancelled.status).toBe(200);
  return winners.length;
}

describe(`${neighbours} yeses released together over two processes`, () => {
  it.each([1, 3])(`have one winner a seat, with %d seats, in each of ${rounds} rounds`, async (seats) => {
    for (let round = 0; round < rounds; round += 1) expect(await playRound(seats)).toBe(seats);
  });
});

describe('one idempotency key', () => {
  it('makes one request of 20 simultaneous posts over two processes', async () => {
    const asker = scene.town.askers[1]!;
    const [key, body] = [randomUUID(), scene.requestBody()];
    const before = await scene.count('SELECT count(*) FROM help_request WHERE asker_id = $1', [asker.personId]);
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, index) => scene.post(index % 2 === 0 ? webs[0] : webs[1], asker, body, key)),
    );
    expect(new Set(responses.map(({ status }) => status))).toStrictEqual(new Set([201]));
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(await scene.count('SELECT count(*) FROM help_request WHERE asker_id = $1', [asker.personId])).toBe(
      before + 1,
    );
  });

  it('refuses the same key with another body', async () => {
    const asker = scene.town.askers[2]!;
    const key = randomUUID();
    expect((await scene.post(webs[0], asker, scene.requestBody(), key)).status).toBe(201);
    const other = await scene.post(webs[1], asker, scene.requestBody({ summary: 'Iets heel anders' }), key);
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: 'idempotency-key-reused' });
  });
});
