import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AreaEquity, DecisionStore, replayDecision } from '@app/features/matching/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, northOf, southOf } from '../support/application.js';

let scene: Application;
let askers = 0;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 300, askers: 8 });
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.setClock(tuesdayAfternoon);
  await scene.rows('DELETE FROM matching_area');
});

const asSystemHere = <Result>(work: (tx: Transaction) => Promise<Result>, of = scene.town.municipalityId) =>
  scene.app.get(UnitOfWork).run(asSystem(of), work);
const equity = (): AreaEquity => scene.app.get(AreaEquity, { strict: false });
const tallies = () =>
  scene.rows<{ area: string; requests: number; helped: number }>(
    'SELECT area_code AS area, requests, helped FROM matching_area ORDER BY area_code',
  );

async function posted(): Promise<{ id: string; cookie: string }> {
  askers += 1;
  const { cookie } = scene.asker(askers - 1);
  const { id } = await scene.post(cookie);
  await scene.workOff();
  return { id, cookie };
}

/** As if so many requests of the north, and of everywhere, had ended in these ways. */
async function counted(north: readonly [number, number], everywhere: readonly [number, number]): Promise<void> {
  for (const [area, [requests, helped]] of [
    [scene.code(northOf), north],
    ['', everywhere],
  ] as const)
    await scene.rows('INSERT INTO matching_area VALUES ($1, $2, $3, $4, app_now())', [
      scene.town.municipalityId,
      area,
      requests,
      helped,
    ]);
}

describe('how requests end', () => {
  it('is counted once for the neighbourhood and for the municipality: found nobody, or found somebody', async () => {
    const { id } = await posted();
    await scene.wait('5 hours');
    await scene.runJob('help-requests.keep-clock', id);
    expect(await scene.count(`SELECT 1 FROM help_request WHERE id = $1 AND status = 'expired'`, [id])).toBe(1);
    await scene.handle({
      name: 'matching.settle-asks',
      id: newId(),
      data: { municipalityId: scene.town.municipalityId, helpRequestId: id },
    });
    const failed = [
      { area: '', requests: 1, helped: 0 },
      { area: scene.code(northOf), requests: 1, helped: 0 },
    ];
    expect(await tallies()).toStrictEqual(failed);
  });

  it('is not counted when the asker took the request back, nor when nobody could be asked', async () => {
    const { id, cookie } = await posted();
    (await scene.client.call('cancelHelpRequest', { id, cookie })).result();
    await scene.workOff();
    expect(await tallies()).toStrictEqual([]);
    await asSystemHere((tx) => equity().ended(tx, scene.code(northOf), { asked: 0, helped: false }));
    expect(await tallies()).toMatchObject([{ requests: 0 }, { requests: 0 }]);
  });

  it('loses nothing when two end at the same moment', async () => {
    const ends = [northOf, southOf, northOf, southOf].map((area, index) =>
      asSystemHere((tx) => equity().ended(tx, scene.code(area), { asked: 2, helped: index < 2 })),
    );
    await Promise.all(ends);
    expect(await tallies()).toMatchObject([
      { area: '', requests: expect.closeTo(4, 6), helped: expect.closeTo(2, 6) },
      { requests: expect.closeTo(2, 6), helped: expect.closeTo(1, 6) },
      { requests: expect.closeTo(2, 6), helped: expect.closeTo(1, 6) },
    ]);
  });
});

describe('a neighbourhood that gets less help than others', () => {
  const decisionsOf = (id: string) =>
    asSystemHere((tx) => scene.app.get(DecisionStore, { strict: false }).about(tx, id));

  it('has people from farther away asked at once, which is kept with the decision and explained', async () => {
    await counted([100, 80], [1_000, 950]);
    const { id } = await posted();
    const [first] = await decisionsOf(id);
    expect(first!.stored.areaBelowItsShare).toBe(true);
    const replayed = replayDecision(first!);
    expect(replayed.outcome).toBe('same');
    expect(replayed.why.join(' ')).toContain('In deze buurt lukt het minder vaak');
    // What is counted later changes nothing about what was decided.
    await scene.rows('DELETE FROM matching_area');
    expect(replayDecision((await decisionsOf(id))[0]!)).toStrictEqual(replayed);
  });

  it('is not another neighbourhood, and not the same one in another municipality', async () => {
    await counted([100, 80], [1_000, 950]);
    const below = (code: string, of?: string) => asSystemHere((tx) => equity().isBelowItsShare(tx, code), of);
    expect(await below(scene.code(northOf))).toBe(true);
    expect(await below(scene.code(southOf))).toBe(false);
    expect(await below(scene.code(northOf), newId())).toBe(false);
    expect(await asSystemHere((tx) => equity().below(tx))).toStrictEqual([scene.code(northOf)]);
  });

  it('is asked about as ever when it does as well as the others', async () => {
    await counted([100, 95], [1_000, 950]);
    const { id } = await posted();
    expect((await decisionsOf(id))[0]!.stored.areaBelowItsShare).toBe(false);
  });
});
