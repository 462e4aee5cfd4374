import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type OperationId } from '@app/contracts/http/index.js';
import type { Operation } from '@app/contracts/http/operation.js';
import { gate, rightsOnOne, rightsRoles, type RightsRole } from '@app/contracts/http/rights.js';
import { RightsScene } from './rights-scene.js';
import type { Thing } from './rights-things.js';
import { extraFields, sampleBodies, sampleOfOperation } from './rights-samples.js';

let scene: RightsScene;
beforeAll(async () => {
  scene = await RightsScene.open();
});
afterAll(() => scene.close());

const all = Object.entries(operations) as [OperationId, Operation][];
const onOne = all.filter(([, { path }]) => path.includes('{'));
const onNone = all.filter(([, { path }]) => !path.includes('{'));

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

describe('every operation', () => {
  it('has a row that says who may do it with one thing, where its path names one', () => {
    const missing = onOne.filter(([id]) => rightsOnOne[id] === undefined).map(([id]) => id);
    // Add who may to libs/contracts/http/rights.ts, and how to make such a thing to test/medium/rights-things.ts.
    expect(missing).toStrictEqual([]);
    const ids = new Set<string>(onOne.map(([id]) => id));
    expect(Object.keys(rightsOnOne).filter((id) => !ids.has(id))).toStrictEqual([]);
    for (const [id, { access }] of onOne)
      expect(rightsOnOne[id]?.filter((role) => !gate[access].includes(role))).toStrictEqual([]);
  });

  it.each(onNone)('%s is for nobody whom its gate keeps out', async (id, { access }) => {
    const before = await scene.rowCounts();
    const statuses: Partial<Record<RightsRole, number>> = {};
    for (const role of rightsRoles.filter((one) => !gate[access].includes(one))) {
      statuses[role] = await scene.attempt(role, id, undefined, sampleOfOperation(id));
    }
    expect(Object.entries(statuses).filter(([, status]) => status !== 401 && status !== 403)).toStrictEqual([]);
    expect(await scene.rowCounts()).toStrictEqual(before);
  });

  it.each(onOne)('%s is done with one thing by those alone who may', async (id) => {
    const thing = await scene.make(id);
    const may = rightsOnOne[id] ?? [];
    const before = await scene.rowCounts();
    const refused = await attempts(
      id,
      thing,
      rightsRoles.filter((role) => !may.includes(role)),
    );
    expect(refused.filter(([, status]) => isSuccess(status))).toStrictEqual([]);
    // A fault of the input would say nothing about rights.
    const faults = refused.filter(([, status]) => [400, 415, 428].includes(status) || status >= 500);
    // Without a proof of who asks nothing is looked at, and that proof is of the mailbox of each.
    expect(faults.filter(() => !scene.asksForProof(id))).toStrictEqual([]);
    expect(await scene.rowCounts()).toStrictEqual(before);
    const allowed = await attempts(
      id,
      thing,
      rightsRoles.filter((role) => may.includes(role)),
    );
    scene.note(id, allowed);
    expect(allowed.filter(([, status]) => status >= 500)).toStrictEqual([]);
  });

  it('was really done by somebody who may, wherever such a thing could be made', () => {
    expect(scene.neverDone()).toStrictEqual([]);
  });
});

describe('a body with more in it than was asked', () => {
  it.each(all.filter(([, { body }]) => body !== undefined))(
    'of %s is read as if the rest were not there',
    (id, { body }) => {
      const sample = sampleBodies[id] ?? sampleOfOperation(id);
      const parsed = body!.safeParse(sample);
      expect(parsed.error?.issues ?? []).toStrictEqual([]);
      const more = body!.safeParse({ ...extraFields(body!), ...(sample as object) });
      expect(more.data).toStrictEqual(parsed.data);
    },
  );

  it('makes no other request of it', async () => {
    const { cookie } = scene.asker();
    const extra = { role: 'administrator', associationId: scene.southId, status: 'completed', winnerId: randomUUID() };
    const headers = { 'idempotency-key': randomUUID() };
    const body = { ...scene.application.body(), ...extra };
    const posted = (await scene.application.client.call('postHelpRequest', { cookie, headers, body })).result();
    expect(posted).toMatchObject({ status: 'open' });
    expect(
      await scene.application.rows('SELECT association_id AS id, status FROM help_request WHERE id = $1', [posted.id]),
    ).toStrictEqual([{ id: scene.northId, status: 'open' }]);
    expect(await scene.application.count(`SELECT 1 FROM acceptance WHERE help_request_id = $1`, [posted.id])).toBe(0);
  });
});

async function attempts(id: OperationId, thing: Thing, roles: readonly RightsRole[]): Promise<[RightsRole, number][]> {
  const statuses: [RightsRole, number][] = [];
  for (const role of roles)
    statuses.push([role, await scene.attempt(role, id, thing, thing.body ?? sampleOfOperation(id))]);
  return statuses;
}
