import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asSystem } from '@app/platform/database/tenancy.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { getBoard } from '@app/contracts/http/board.js';
import { OverdueBoardEntries } from '@app/features/board/overdue-board-entries.js';
import { BoardScene, type BoardTown } from './board-scene.js';

let scene: BoardScene;
let town: BoardTown;
let hosts = 0;

beforeAll(async () => {
  scene = await BoardScene.open();
});
afterAll(() => scene.close());
beforeEach(async () => {
  hosts += 1;
  town = await scene.addTown(`stad-${hosts}.invalid`);
  scene.frames.length = 0;
});

const eastOf = ({ east, codes }: BoardTown) => ({ associationId: east, neighbourhoodCode: codes.east });

/** The whole board, which must be there. */
async function board(associationId: string, since?: number) {
  const found = await scene.boards.read(town.id, { associationId }, since);
  if (!found) throw new Error('There is no such board');
  return found;
}

describe('what the board shows', () => {
  it('shows an open request by what leads to nobody, and answers as the contract says', async () => {
    const id = await scene.insertRequest(town, { ...eastOf(town), from: '2027-03-02T13:00:00Z' });
    await scene.project(town, id);
    const shown = await board(town.east);
    expect(shown).toStrictEqual({
      sequence: 1,
      associationId: town.east,
      requests: [
        {
          id,
          version: 1,
          category: 'groceries',
          urgency: 'planned',
          day: '2027-03-02',
          dayPart: 'afternoon',
          expectedMinutes: 30,
          cell: { code: town.codes.east, name: `Cel ${town.codes.east}` },
          status: 'open',
        },
      ],
      removed: [],
    });
    expect(getBoard.success.body.strict().parse(shown)).toStrictEqual(shown);
  });

  it('gives the local day, also when it is yet yesterday in UTC', async () => {
    const id = await scene.insertRequest(town, { ...eastOf(town), from: '2026-12-01T23:30:00Z' });
    await scene.project(town, id);
    expect((await board(town.east)).requests[0]).toMatchObject({ day: '2026-12-02', dayPart: 'night' });
  });

  it.each(['unconfirmed', 'in-review', 'confirmed', 'cancelled'])(
    'never tells of a request that is %s',
    async (status) => {
      const id = await scene.insertRequest(town, { ...eastOf(town), status });
      await scene.project(town, id);
      expect(await board(town.east, 0)).toMatchObject({ sequence: 0, requests: [], removed: [] });
      expect(scene.frames).toStrictEqual([]);
    },
  );

  it('keeps a matched request in sight, takes it away once confirmed, brings it back when reopened', async () => {
    const id = await scene.insertRequest(town, eastOf(town));
    await scene.project(town, id);
    await scene.setStatus(town, id, 'matched');
    await scene.project(town, id);
    expect((await board(town.east)).requests).toMatchObject([{ id, status: 'matched', version: 2 }]);
    await scene.setStatus(town, id, 'confirmed');
    await scene.project(town, id);
    expect((await board(town.east)).requests).toStrictEqual([]);
    expect(await board(town.east, 2)).toMatchObject({ sequence: 3, requests: [], removed: [id] });
    await scene.setStatus(town, id, 'open');
    await scene.project(town, id);
    expect(await board(town.east, 3)).toMatchObject({ sequence: 4, requests: [{ id, version: 4 }], removed: [] });
  });

  it('takes away a request whose row is gone', async () => {
    const id = await scene.insertRequest(town, eastOf(town));
    await scene.project(town, id);
    await scene.unitOfWork.run(asSystem(town.id), (tx) =>
      tx.query('DELETE FROM help_request WHERE municipality_id = $1 AND id = $2', [town.id, id]),
    );
    await scene.project(town, id);
    expect(await board(town.east, 1)).toMatchObject({ sequence: 2, requests: [], removed: [id] });
  });

  it('puts acute requests first, then the earliest day and part of the day', async () => {
    const late = await scene.insertRequest(town, { ...eastOf(town), from: '2027-03-03T08:00:00Z' });
    const evening = await scene.insertRequest(town, { ...eastOf(town), from: '2027-03-02T18:00:00Z' });
    const morning = await scene.insertRequest(town, { ...eastOf(town), from: '2027-03-02T08:00:00Z' });
    const acute = await scene.insertRequest(town, { ...eastOf(town), urgency: 'acute', from: '2027-03-09T08:00:00Z' });
    for (const id of [late, evening, morning, acute]) await scene.project(town, id);
    expect((await board(town.east)).requests.map(({ id }) => id)).toStrictEqual([acute, morning, evening, late]);
  });

  it('counts open requests per cell, and leaves matched ones and other municipalities out', async () => {
    const elsewhere = await scene.addTown(`elders-${hosts}.invalid`);
    const matched = await scene.insertRequest(town, { ...eastOf(town), status: 'matched' });
    const open = await scene.insertRequest(town, eastOf(town));
    const far = await scene.insertRequest(elsewhere, eastOf(elsewhere));
    for (const id of [matched, open]) await scene.project(town, id);
    await scene.project(elsewhere, far);
    expect(await scene.boards.countOpen(town.id)).toStrictEqual({ cells: [{ code: town.codes.east, open: 1 }] });
  });
});

describe('whose board it is', () => {
  it('finds the association of a neighbourhood, and the desk where there is none', async () => {
    const boardOf = async (neighbourhoodCode: string) =>
      (await scene.boards.find(town.id, { neighbourhoodCode }))?.associationId;
    expect(await boardOf(town.codes.west)).toBe(town.west);
    expect(await boardOf(town.codes.uncovered)).toBe(town.desk);
  });

  it('does not know associations and neighbourhoods of another municipality', async () => {
    const elsewhere = await scene.addTown(`elders-${hosts}.invalid`);
    expect(await scene.boards.read(town.id, { associationId: elsewhere.east })).toBeUndefined();
    expect(await scene.boards.read(town.id, { neighbourhoodCode: elsewhere.codes.east })).toBeUndefined();
    expect(await scene.boards.find(town.id, { neighbourhoodCode: elsewhere.codes.uncovered })).toBeUndefined();
  });

  it('does not project a request in the name of another municipality', async () => {
    const elsewhere = await scene.addTown(`elders-${hosts}.invalid`);
    const id = await scene.insertRequest(elsewhere, eastOf(elsewhere));
    await scene.project(town, id);
    expect(scene.frames).toStrictEqual([]);
    expect(await scene.boards.read(elsewhere.id, { associationId: elsewhere.east })).toMatchObject({ sequence: 0 });
  });
});

describe('hints', () => {
  it('carry ids and numbers only, to the room of that board', async () => {
    const id = await scene.insertRequest(town, eastOf(town));
    await scene.project(town, id);
    expect(scene.frames).toStrictEqual([
      {
        room: `board:${town.east}`,
        message: 'board.changed',
        frame: { sequence: 1, id, version: 1, associationId: town.east },
      },
    ]);
  });

  it('are given once, but again when the first try may have died before giving it', async () => {
    const id = await scene.insertRequest(town, eastOf(town));
    await scene.project(town, id);
    await scene.project(town, id);
    expect(scene.frames).toHaveLength(1);
    await scene.project(town, id, 2);
    expect(scene.frames).toHaveLength(2);
    expect(await board(town.east)).toMatchObject({ sequence: 1 });
  });
});

describe('the sweep', () => {
  async function overdue(): Promise<string[]> {
    const jobs = await scene.unitOfWork.run(asSystem(town.id), (tx) => new OverdueBoardEntries().overdue(tx));
    return jobs.map((job) => (job.data as { helpRequestId: string }).helpRequestId).toSorted();
  }

  it('finds requests that are missing, behind or shown too long, and then none', async () => {
    const missing = await scene.insertRequest(town, eastOf(town));
    const behind = await scene.insertRequest(town, eastOf(town));
    const shownTooLong = await scene.insertRequest(town, eastOf(town));
    const fine = await scene.insertRequest(town, eastOf(town));
    await scene.insertRequest(town, { ...eastOf(town), status: 'in-review' });
    for (const id of [behind, shownTooLong, fine]) await scene.project(town, id);
    await scene.setStatus(town, behind, 'matched');
    await scene.setStatus(town, shownTooLong, 'cancelled');
    const found = await overdue();
    expect(found).toStrictEqual([missing, behind, shownTooLong].toSorted());
    for (const id of found) await scene.project(town, id);
    expect(await overdue()).toStrictEqual([]);
  });
});

describe('the sequence', () => {
  it('starts anew for a client that is ahead of the board, as after a restore', async () => {
    const id = await scene.insertRequest(town, eastOf(town));
    await scene.project(town, id);
    expect(await board(town.east, 900)).toMatchObject({ sequence: 1, requests: [{ id }] });
  });

  it('counts every change once, without gaps, when many jobs run at once', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => scene.insertRequest(town, eastOf(town))));
    await Promise.all([...ids, ...ids].map((id) => scene.project(town, id)));
    const sequences = scene.frames.map(({ frame }) => frame['sequence'] as number).toSorted((a, b) => a - b);
    expect(sequences).toStrictEqual(ids.map((_, index) => index + 1));
    expect((await board(town.east)).sequence).toBe(ids.length);
  });

  it('never lets a reader with `since` miss a change while writers run', async () => {
    const change = fc.record({
      request: fc.nat({ max: 5 }),
      status: fc.constantFrom('open', 'matched', 'confirmed', 'cancelled'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 10, maxLength: 40 }), async (changes) => {
        const place = await scene.addTown(`${newId()}.invalid`);
        const ids = await Promise.all(Array.from({ length: 6 }, () => scene.insertRequest(place, eastOf(place))));
        const writing = Promise.all(
          changes.map(async ({ request, status }) => {
            const id = ids[request] ?? '';
            await scene.setStatus(place, id, status);
            await scene.project(place, id);
          }),
        );
        const held = await followBoard(place, writing);
        const whole = await scene.boards.read(place.id, { associationId: place.east });
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect([...held.values()].toSorted(byId)).toStrictEqual(whole?.requests.toSorted(byId));
      }),
      { numRuns: 8 },
    );
  });
});

/** Reads as a client does, `since` upon `since`, until the writers are done and nothing is left. */
async function followBoard(place: BoardTown, writing: Promise<unknown>): Promise<Map<string, { readonly id: string }>> {
  const held = new Map<string, { readonly id: string }>();
  let since = 0;
  let done = false;
  const end = writing.then(() => (done = true));
  for (let last = false; !last;) {
    last = done;
    const news = await scene.boards.read(place.id, { associationId: place.east }, since);
    if (!news) throw new Error('There is no such board');
    for (const entry of news.requests) held.set(entry.id, entry);
    for (const id of news.removed) held.delete(id);
    expect(news.sequence).toBeGreaterThanOrEqual(since);
    since = news.sequence;
  }
  await end;
  return held;
}
