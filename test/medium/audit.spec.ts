import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrailStore } from '@app/platform/audit/audit-trail.store.js';
import type { AuditHead } from '@app/platform/audit/audit-chain.js';
import { verifyChain } from '@app/platform/audit/verify-chain.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { Application, deskOf, northOf, southOf } from '../support/application.js';

let scene: Application;
let north: { readonly personId: string; readonly cookie: string };
beforeAll(async () => {
  scene = await Application.open({ neighbours: 4, askers: 6 });
  north = await scene.organiser(northOf);
});
afterAll(() => scene.close());

const view = (id: string, cookie: string, reason?: 'call-about-request' | 'arrange-help') =>
  scene.client.call('viewContactDetails', { id, cookie, body: reason === undefined ? {} : { reason } });
const rowsOf = (aboutId: string) =>
  scene.rows<{ actor_id: string; subject_id: string; reason: string; details: string }>(
    'SELECT actor_id, subject_id, reason, details FROM audit_entry WHERE about_id = $1 ORDER BY id',
    [aboutId],
  );
const viewsOf = async (cookie: string) => (await scene.client.call('listViewsOfMe', { cookie })).result().views;
const faults = async (heads: readonly AuditHead[] = []) =>
  scene.app
    .get(UnitOfWork)
    .run(asSystem(scene.town.municipalityId), async (tx) =>
      verifyChain(await scene.app.get(AuditTrailStore).read(tx), heads),
    );
/** As somebody who owns the database: the application itself has no right to. */
const tamper = (sql: string, parameters: readonly unknown[] = []) => scene.rows(sql, parameters);

describe('looking at personal details', () => {
  it('needs a reason, is shown then, and is one row for each person who was seen', async () => {
    const asker = scene.asker(0);
    const helper = scene.neighbour(0);
    const { id } = await scene.post(asker.cookie, { address: 'Geheim Erf 7' });
    await scene.client.call('acceptHelpRequest', { id, cookie: helper.cookie, body: {} });
    const plain = await scene.see(id, north.cookie);
    expect(plain).toMatchObject({ viewer: 'coordinator', address: null, hasAddress: true });
    expect(plain.asker).toStrictEqual({ givenName: 'vrager0', familyName: null, phone: null });
    expect((await view(id, north.cookie)).problem()).toMatchObject({ status: 400, code: 'reason-required' });
    expect(await rowsOf(id)).toStrictEqual([]);
    const seen = (await view(id, north.cookie, 'call-about-request')).result();
    expect(seen).toMatchObject({
      address: 'Geheim Erf 7',
      asker: { givenName: 'vrager0', familyName: 'Achternaam-vrager-0', phone: '06 10000000' },
      helpers: [{ givenName: 'buur0' }],
    });
    const rows = await rowsOf(id);
    expect(rows.map(({ subject_id: subject }) => subject)).toContain(asker.personId);
    for (const row of rows) expect(row).toMatchObject({ actor_id: north.personId, reason: 'call-about-request' });
    expect(JSON.stringify(rows)).not.toMatch(/Geheim Erf|10000000|Achternaam/);
  });

  it('hides details in the list of a coordinator too', async () => {
    const list = await scene.client.call('listHelpRequests', { cookie: north.cookie, query: { role: 'coordinator' } });
    expect(list.text).not.toMatch(/Geheim Erf|Achternaam-vrager-0/);
  });

  it('is seen by the person it was about: who, when and why, and by nobody else', async () => {
    const { id } = await scene.post(scene.asker(1).cookie, { address: 'Geheim Erf 8' });
    await view(id, north.cookie, 'arrange-help');
    expect(await viewsOf(scene.asker(1).cookie)).toMatchObject([
      { reason: 'arrange-help', shown: ['family-name', 'phone', 'address'], by: { organisation: expect.any(String) } },
    ]);
    expect(await viewsOf(scene.asker(2).cookie)).toStrictEqual([]);
    expect(await viewsOf((await scene.organiser(southOf)).cookie)).toStrictEqual([]);
  });

  it('is not there for another person or another association', async () => {
    const { id } = await scene.post(scene.asker(2).cookie, { address: 'Geheim Erf 9' });
    const missing = (await view(randomUUID(), north.cookie, 'arrange-help')).problem();
    for (const at of [southOf, deskOf]) {
      const { cookie } = await scene.organiser(at);
      const answer = (await view(id, cookie, 'arrange-help')).problem();
      expect({ ...answer, instance: '' }).toStrictEqual({ ...missing, instance: '' });
    }
    expect((await view(id, scene.neighbour(1).cookie, 'arrange-help')).problem().code).toBe('not-allowed');
    expect(await rowsOf(id)).toStrictEqual([]);
  });
});

describe('the audit trail', () => {
  it('cannot be changed by the application', async () => {
    for (const sql of [
      `UPDATE audit_entry SET reason = 'x'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      'DELETE FROM audit_link',
      `UPDATE audit_link SET hash = ''`,
      'DELETE FROM audit_head',
    ]) {
      await expect(scene.rows(`SET ROLE zb_app; ${sql}`)).rejects.toThrow(/permission denied/);
      await scene.rows('RESET ROLE');
    }
  });

  it('is chained after the act, exported once a day, and found sound', async () => {
    await scene.workOff();
    expect(await scene.count('SELECT 1 FROM audit_pending')).toBe(0);
    expect(await scene.count('SELECT 1 FROM audit_link')).toBe(await scene.count('SELECT 1 FROM audit_entry'));
    const planned = (await scene.overdue()).filter(({ name }) => name === 'audit.export-head');
    expect(planned).toHaveLength(1);
    await scene.handle(planned[0]!);
    await scene.handle(planned[0]!);
    expect(await scene.count('SELECT 1 FROM audit_head')).toBe(1);
    expect((await scene.overdue()).filter(({ name }) => name === 'audit.export-head')).toStrictEqual([]);
    expect(await faults(await exported())).toStrictEqual([]);
  });

  it('gives away every row that is changed, deleted, swapped or cut off by whoever owns the database', async () => {
    const heads = await exported();
    const [{ last }] = (await scene.rows<{ last: number }>('SELECT max(sequence)::int AS last FROM audit_link')) as [
      { last: number },
    ];
    const entryAt = `(SELECT entry_id FROM audit_link WHERE sequence = $1)`;
    await tamper(`UPDATE audit_entry SET reason = 'asked-by-person' WHERE id = ${entryAt}`, [1]);
    expect(await faults(heads)).toMatchObject([{ kind: 'changed', sequence: 1 }]);
    await tamper(`UPDATE audit_entry SET reason = 'call-about-request' WHERE id = ${entryAt}`, [1]);
    expect(await faults(heads)).toStrictEqual([]);
    await tamper('DELETE FROM audit_link WHERE sequence = $1', [last]);
    await tamper('DELETE FROM audit_entry WHERE id NOT IN (SELECT entry_id FROM audit_link)');
    expect(await faults(heads)).toMatchObject([{ kind: 'cut', sequence: last }]);
    await tamper(`DELETE FROM audit_entry WHERE id = ${entryAt}`, [2]);
    expect(await faults(heads)).toContainEqual(expect.objectContaining({ kind: 'deleted', sequence: 2 }));
  });
});

/** The heads as they stand in the file, outside the database. */
async function exported(): Promise<AuditHead[]> {
  const file = scene.app.get(AppConfig).auditHeadsFile;
  const text = await readFile(file ?? '', 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditHead)
    .filter(({ municipalityId }) => municipalityId === scene.town.municipalityId);
}
