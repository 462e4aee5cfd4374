import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Participation } from '@app/contracts/http/participation.js';
import { FactBook } from '../../src/features/participation/fact-book.js';
import { ErasePerson } from '../../src/features/people/erase-person.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, northOf } from '../support/application.js';
import { AgreementScene } from './agreement-scene.js';

jest.setTimeout(120_000);

const code = 'GM9001';
const day = 24 * 3_600_000;
const quarterOf = (instant: number): string =>
  `${new Date(instant).getUTCFullYear()}-Q${Math.floor(new Date(instant).getUTCMonth() / 3) + 1}`;
const now = quarterOf(tuesdayAfternoon);

let scene: Application;
let agreements: AgreementScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 14, askers: 8 });
  agreements = new AgreementScene(scene);
});
afterAll(() => scene.close());

const asSystemOfTown = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), work);
const count = () =>
  scene.handle({
    name: 'participation.count',
    data: { municipalityId: scene.town.municipalityId },
    id: randomUUID(),
  });
/** A few facts at a time, so that there are many pieces. */
const rebuild = () => asSystemOfTown((tx) => scene.app.get(FactBook, { strict: false }).rebuild(tx, 7));
const north = () => scene.town.organisationIds[northOf]!;

const figures = async (cookie: string, query: Readonly<Record<string, string>> = {}, id = code) =>
  scene.client.call('getParticipation', { id, cookie, query: { from: now, until: now, ...query } });

/** Whole-municipality amounts of the answer, as `measure bucket`. */
function amounts({ cells }: Pick<Participation, 'cells'>): Record<string, number> {
  return Object.fromEntries(
    cells
      .filter(({ districtCode }) => districtCode === null)
      .map(({ measure, bucket, amount }) => [`${measure} ${bucket}`.trim(), amount]),
  );
}

/** Asked, agreed and helped. */
async function helped(index: number): Promise<string> {
  const [asker, helper] = [scene.asker(index), scene.neighbour(index)];
  const { id: requestId } = await scene.post(asker.cookie, { address: 'Hulppad 1' });
  await scene.workOff();
  await scene.client.call('acceptHelpRequest', { id: requestId, cookie: helper.cookie, body: {} });
  (await scene.client.call('confirmHelpRequest', { id: requestId, cookie: asker.cookie, body: {} })).result();
  await scene.workOff();
  const body = { helped: true };
  (await scene.client.call('recordOutcome', { id: requestId, cookie: asker.cookie, body })).result();
  await scene.workOff();
  await count();
  return requestId;
}

describe('figures of participation', () => {
  it('follow what happened, and count nothing twice', async () => {
    const requestId = await helped(0);
    const coordinator = await scene.organiser(northOf);
    const read = async () => amounts((await figures(coordinator.cookie, { associationId: north() })).result());
    const seen = await read();
    expect(seen).toMatchObject({
      requests: 1,
      'requests helped': 1,
      'requests-by-urgency acute': 1,
      'requests-by-category walk-dog': 1,
      'time-to-yes 15-minutes': 1,
      'first-help unknown': 1,
      helps: 1,
      'helpers 1': 1,
    });
    const asks = await scene.count('SELECT 1 FROM ask WHERE help_request_id = $1', [requestId]);
    expect(asks).toBeGreaterThan(0);
    expect(seen['asks-of-helped']).toBe(asks);

    await scene.rows('UPDATE outbox SET counted_at = NULL');
    await count();
    expect(await read()).toStrictEqual(seen);
    expect((await rebuild()).corrected).toBe(0);
    expect(await read()).toStrictEqual(seen);
  });

  it('go by the quarter in which it happened, also when it is heard of in the next', async () => {
    const requestId = await helped(1);
    await scene.rows(`DELETE FROM participation_fact WHERE history_id = $1 AND kind = 'case-opened'`, [requestId]);
    await scene.rows(
      `UPDATE outbox SET counted_at = NULL, occurred_at = occurred_at - interval '120 days'
        WHERE type = 'help-request.opened' AND payload->>'helpRequestId' = $1`,
      [requestId],
    );
    expect((await rebuild()).corrected).toBeGreaterThan(0);
    await count();
    const coordinator = await scene.organiser(northOf);
    const before = quarterOf(tuesdayAfternoon - 120 * day);
    const late = (await figures(coordinator.cookie, { associationId: north(), from: before, until: before })).result();
    expect(amounts(late)).toMatchObject({ 'requests helped': 1, 'time-to-yes longer': 1 });
    expect((await rebuild()).corrected).toBe(0);
  });

  it('are counted soon without the queue, by the sweep', async () => {
    await agreements.agreed(2);
    const counting = async () => (await scene.overdue()).filter(({ name }) => name === 'participation.count');
    await scene.wait('21 seconds');
    expect(await counting()).toHaveLength(1);
    await count();
    expect(await counting()).toHaveLength(0);
  });

  it('keep the counts of who is erased, and nothing that leads back', async () => {
    await helped(3);
    const { personId } = scene.neighbour(3);
    const coordinator = await scene.organiser(northOf);
    const read = async () => amounts((await figures(coordinator.cookie, { associationId: north() })).result());
    const before = await read();
    const [subject] = await scene.rows<{ id: string }>(
      'SELECT history_id AS id FROM participation_subject WHERE person_id = $1',
      [personId],
    );
    expect(await scene.count('SELECT 1 FROM participation_fact WHERE history_id = $1', [subject!.id])).toBeGreaterThan(
      0,
    );
    await asSystemOfTown((tx) => scene.app.get(ErasePerson, { strict: false }).run(tx, personId));
    await scene.workOff();
    await count();
    expect(await read()).toMatchObject({ helps: before['helps'], 'helpers 1': before['helpers 1'] });
    for (const table of ['participation_fact WHERE history_id', 'participation_subject WHERE history_id'])
      expect(await scene.count(`SELECT 1 FROM ${table} = $1`, [subject!.id])).toBe(0);
    expect(await scene.count('SELECT 1 FROM participation_subject WHERE person_id = $1', [personId])).toBe(0);
    const kept = await read();
    expect((await rebuild()).corrected).toBe(0);
    expect(await read()).toStrictEqual(kept);
  });

  it('equal those made anew, for random histories with late and repeated events', async () => {
    const { municipalityId, neighbours } = scene.town;
    const people = neighbours.slice(4).map(({ personId }) => personId);
    const requests = (await scene.rows<{ id: string }>('SELECT id FROM help_request')).map(({ id }) => id);
    const event = fc.record({
      id: fc.uuid({ version: 7 }),
      kind: fc.nat(7),
      personId: fc.constantFrom(...people),
      helpRequestId: fc.constantFrom(...requests),
      at: fc.integer({ min: tuesdayAfternoon - 700 * day, max: tuesdayAfternoon }),
      flag: fc.boolean(),
    });
    type Told = typeof event extends fc.Arbitrary<infer T> ? T : never;
    const told = ({ kind, personId, helpRequestId, at, flag }: Told) =>
      [
        { type: 'person.joined', payload: { personId } },
        {
          type: 'helper-profile.saved',
          payload: { personId, alreadyHelping: flag, pausedUntil: flag ? at + 99 * day : null },
        },
        { type: 'ask.created', payload: { personId, helpRequestId } },
        { type: 'ask.called', payload: { personId, helpRequestId } },
        { type: 'ask.taken-back', payload: { personId, helpRequestId } },
        { type: 'help-request.opened', payload: { helpRequestId } },
        { type: 'help-request.accepted', payload: { helpRequestId, personId } },
        { type: 'help-request.closed', payload: { helpRequestId, helped: flag, helperIds: [personId] } },
      ][kind]!;
    const write = async (events: readonly Told[]) => {
      for (const one of events) {
        const { type, payload } = told(one);
        await scene.rows(
          `INSERT INTO outbox (id, municipality_id, type, payload, occurred_at, published_at) VALUES ($1, $2, $3, $4, $5, app_now())
           ON CONFLICT (id) DO UPDATE SET counted_at = NULL`,
          [one.id, municipalityId, type, payload, new Date(one.at)],
        );
      }
      await count();
    };
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(event, { minLength: 1, maxLength: 30 })
          .chain((events) =>
            fc.tuple(
              fc.shuffledSubarray(events, { minLength: events.length }),
              fc.subarray(events),
              fc.nat(events.length),
            ),
          ),
        async ([heard, again, half]) => {
          await write(heard.slice(0, half));
          await write([...again, ...heard.slice(half)]);
          const { corrected, facts } = await rebuild();
          expect(facts).toBeGreaterThan(0);
          expect(corrected).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
    await scene.rows('UPDATE participation_figure SET amount = amount + 1 WHERE measure = $1', ['asks']);
    expect((await rebuild()).corrected).toBeGreaterThan(0);
  });
});
