import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssociationSettingsView, SettingsChoice } from '@app/contracts/http/association-settings.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, deskOf, northOf, southOf } from '../support/application.js';

const minute = 60_000;

let scene: Application;
let north: Who;
let south: Who;
let desk: Who;
let administrator: Who;

interface Who {
  readonly personId: string;
  readonly cookie: string;
}

beforeAll(async () => {
  scene = await Application.open({ neighbours: 4, askers: 12 });
  [north, south, desk] = (await Promise.all([northOf, southOf, deskOf].map((at) => scene.organiser(at)))) as [
    Who,
    Who,
    Who,
  ];
  administrator = scene.asker(11);
  await addRole(administrator.personId, 'administrator', null);
});
afterAll(() => scene.close());

const idOf = (at: number): string => scene.town.organisationIds[at] ?? '';
const addRole = (personId: string, role: string, associationId: string | null) =>
  scene.rows(
    `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
     VALUES ($1, $2, $3, $4, $5, app_now())`,
    [scene.town.municipalityId, newId(), personId, associationId, role],
  );
const look = (id: string, { cookie }: Who) => scene.client.call('getAssociationSettings', { id, cookie });
const settingsOf = async (id: string, who: Who): Promise<AssociationSettingsView> => (await look(id, who)).result();
const put = (id: string, { cookie }: Who, version: number, body: SettingsChoice) =>
  scene.client.call('putAssociationSettings', { id, cookie, headers: { 'if-match': `"${version}"` }, body });

/** Changes some settings, as they are now. */
async function change(id: string, who: Who, part: Partial<SettingsChoice>) {
  const { version, settings } = await settingsOf(id, administrator);
  return put(id, who, version, { ...settings, ...part });
}

describe('the settings of an association', () => {
  it('are changed by its coordinator, who then stands beside each change with what it was', async () => {
    const before = await settingsOf(idOf(northOf), north);
    expect(before).toMatchObject({ kind: 'association', status: 'open', mayChange: true, lacks: [] });
    expect(before.settings.neighbourhoodCodes).toHaveLength(12);
    const after = (
      await change(idOf(northOf), north, { moderationMode: 'all-first', welcomeText: 'Welkom <b>in</b> Noord' })
    ).result();
    expect(after.version).toBe(before.version + 1);
    const told = after.changes.map(({ field, from, to }) => `${field}: ${from} to ${to}`);
    expect(new Set(told)).toStrictEqual(
      new Set(['moderationMode: "after" to "all-first"', 'welcomeText: null to "Welkom <b>in</b> Noord"']),
    );
    expect(after.changes.every(({ by }) => by !== '')).toBe(true);
    expect(
      await scene.count(`SELECT 1 FROM audit_entry WHERE act = 'setting-changed' AND actor_id = $1`, [north.personId]),
    ).toBe(2);
    const lists = (await scene.client.call('listAssociations')).result().associations;
    expect(lists.find(({ id }) => id === idOf(northOf))?.welcomeText).toBe('Welkom <b>in</b> Noord');
    await change(idOf(northOf), north, { moderationMode: 'after', welcomeText: null });
  });

  it('stay as they are for whoever saw an older version, and need one to be named', async () => {
    const { version, settings } = await settingsOf(idOf(northOf), north);
    const mine = await put(idOf(northOf), north, version, { ...settings, nobodyText: 'Bel het wijkhuis.' });
    expect(mine.status).toBe(200);
    const theirs = await put(idOf(northOf), administrator, version, { ...settings, nobodyText: 'Iets anders.' });
    expect(theirs.problem()).toMatchObject({ status: 412, code: 'stale-version' });
    expect((await settingsOf(idOf(northOf), north)).settings.nobodyText).toBe('Bel het wijkhuis.');
    const { cookie } = north;
    const blind = await scene.client.call('putAssociationSettings', { id: idOf(northOf), cookie, body: settings });
    expect(blind.problem()).toMatchObject({ status: 428, code: 'if-match-required' });
  });

  it('leave a request alone that changes nothing of them', async () => {
    const { settings } = await settingsOf(idOf(northOf), north);
    const rows = () => scene.count(`SELECT 1 FROM audit_entry WHERE act = 'setting-changed'`);
    const before = await rows();
    await change(idOf(northOf), north, settings);
    expect(await rows()).toBe(before);
  });

  it('are not there for another person or another association', async () => {
    const missing = (await look(randomUUID(), administrator)).problem();
    for (const who of [south, desk]) {
      const read = (await look(idOf(northOf), who)).problem();
      expect({ ...read, instance: '' }).toStrictEqual({ ...missing, instance: '' });
      expect((await change(idOf(northOf), who, { name: 'Gekaapt' })).problem().code).toBe('not-found');
    }
    expect((await look(idOf(northOf), scene.asker(1))).problem().code).toBe('not-allowed');
    expect((await settingsOf(idOf(northOf), north)).settings.name).toBe('Noord');
  });

  it('can be looked at, and no more, by a coordinator without the right', async () => {
    const helping = scene.asker(2);
    await addRole(helping.personId, 'coordinator', idOf(northOf));
    await scene.rows('UPDATE membership SET may_change_settings = false WHERE person_id = $1', [helping.personId]);
    expect(await settingsOf(idOf(northOf), helping)).toMatchObject({ mayChange: false });
    expect((await change(idOf(northOf), helping, { name: 'Anders' })).problem().code).toBe('not-allowed');
    await scene.rows('DELETE FROM membership WHERE person_id = $1', [helping.personId]);
  });

  it.each([
    ['a later call than the product makes', { pace: pace(31, 60, 50, 75) }, '/pace/acuteCoordinatorMinutes'],
    ['the desk before the coordinator', { pace: pace(20, 10, 50, 75) }, '/pace/acuteDeskMinutes'],
    ['a later desk', { pace: pace(20, 30, 50, 76) }, '/pace/plannedDeskPercent'],
    ['a stranger to call', { contactPersonId: randomUUID() }, '/contactPersonId'],
    ['nobody to call', { contactPersonId: null }, '/contactPersonId'],
    ['a neighbourhood of elsewhere', { neighbourhoodCodes: ['BU99999999'] }, '/neighbourhoodCodes/0'],
    ['one neighbourhood twice', { neighbourhoodCodes: ['BU90010000', 'BU90010000'] }, '/neighbourhoodCodes/1'],
    ['no name', { name: ' ' }, '/name'],
    ['hours that end before they start', { openingHours: hours('17:00', '09:00') }, '/openingHours/weekly/0/until'],
  ] as const)('refuse %s, by name', async (_what, part, path) => {
    const answer = await change(idOf(northOf), north, part as Partial<SettingsChoice>);
    expect(answer.problem()).toMatchObject({ status: 400, code: 'invalid-input' });
    expect(answer.problem().errors?.map((fault) => fault.path)).toContain(path);
  });
});

describe('the area of an association', () => {
  it('is never that of two', async () => {
    const { settings } = await settingsOf(idOf(northOf), north);
    const codes = [...settings.neighbourhoodCodes, scene.code(southOf)];
    const answer = (await change(idOf(northOf), north, { neighbourhoodCodes: codes })).problem();
    expect(answer).toMatchObject({ status: 409, code: 'neighbourhood-taken' });
    expect(answer.errors).toStrictEqual([
      { path: '/neighbourhoodCodes/12', message: `${scene.code(southOf)} belongs to another association` },
    ]);
    const elsewhere = await settingsOf(idOf(southOf), south);
    expect(elsewhere.settings.neighbourhoodCodes).toContain(scene.code(southOf));
  });

  it('falls to the desk where it is given up, and can then be taken by another', async () => {
    const { settings } = await settingsOf(idOf(southOf), south);
    const [given, ...kept] = settings.neighbourhoodCodes;
    await change(idOf(southOf), south, { neighbourhoodCodes: kept });
    const posted = await scene.post(scene.asker(3).cookie, { neighbourhoodCode: given! });
    expect(posted.owner.kind).toBe('desk');
    const north12 = (await settingsOf(idOf(northOf), north)).settings.neighbourhoodCodes;
    const taken = await change(idOf(northOf), north, { neighbourhoodCodes: [...north12, given!] });
    expect(taken.result().settings.neighbourhoodCodes).toContain(given);
    await change(idOf(northOf), north, { neighbourhoodCodes: north12 });
    await change(idOf(southOf), south, { neighbourhoodCodes: [given!, ...kept] });
  });

  it('of the desk is what no association has', async () => {
    const answer = await change(idOf(deskOf), administrator, { neighbourhoodCodes: [scene.code(deskOf)] });
    expect(answer.problem().errors?.[0]?.path).toBe('/neighbourhoodCodes');
  });
});

describe('the clock of a request', () => {
  it('runs as fast as the association chose when it is posted', async () => {
    await change(idOf(northOf), north, { pace: pace(10, 20, 50, 75) });
    const { id, escalation } = await scene.post(scene.asker(4).cookie);
    expect(Date.parse(escalation.nextAt ?? '')).toBeLessThanOrEqual(tuesdayAfternoon + 11 * minute);
    await scene.setClock(tuesdayAfternoon + 12 * minute);
    await scene.runJob('help-requests.keep-clock', id);
    expect((await scene.see(id, scene.asker(4).cookie)).escalation.level).toBe(1);
    await scene.setClock(tuesdayAfternoon + 22 * minute);
    await scene.runJob('help-requests.keep-clock', id);
    expect((await scene.see(id, scene.asker(4).cookie)).escalation.level).toBe(2);
    await scene.setClock(tuesdayAfternoon);
    await change(idOf(northOf), north, { pace: pace(30, 60, 50, 75) });
  });

  it.each([
    ['calls the desk with the coordinator while only the desk is open', 'mornings', null, 2],
    ['calls the coordinator alone while both are closed', 'mornings', 'mornings', 1],
    ['calls the coordinator alone during the hours', 'afternoons', null, 1],
  ] as const)('%s', async (_what, ofNorth, ofDesk, level) => {
    const told = { mornings: hours('09:00', '12:00'), afternoons: hours('13:00', '17:00') };
    await change(idOf(northOf), north, { openingHours: told[ofNorth] });
    await change(idOf(deskOf), desk, { openingHours: ofDesk && told[ofDesk] });
    const asker = scene.asker(5);
    const { id } = await scene.post(asker.cookie);
    await scene.setClock(tuesdayAfternoon + 31 * minute);
    await scene.runJob('help-requests.keep-clock', id);
    expect((await scene.see(id, asker.cookie)).escalation.level).toBe(level);
    await scene.setClock(tuesdayAfternoon);
    await change(idOf(northOf), north, { openingHours: null });
    await change(idOf(deskOf), desk, { openingHours: null });
  });
});

describe('an association that begins', () => {
  it('is made by an administrator alone, looks after nothing until it is open, and is then there', async () => {
    const refused = await scene.client.call('addAssociation', { cookie: north.cookie, body: { name: 'Nieuw' } });
    expect(refused.problem().code).toBe('not-allowed');
    const made = (
      await scene.client.call('addAssociation', { cookie: administrator.cookie, body: { name: 'Nieuw' } })
    ).result();
    const { associationId: id } = made;
    expect(made).toMatchObject({ status: 'preparing', lacks: ['area', 'coordinator', 'contact'] });
    const open = async (who: Who) => {
      const { version } = await settingsOf(id, administrator);
      const headers = { 'if-match': `"${version}"` };
      return scene.client.call('openAssociation', { id, cookie: who.cookie, headers });
    };
    expect((await open(administrator)).problem()).toMatchObject({ status: 409, code: 'association-not-ready' });
    const code = scene.code(deskOf);
    await change(id, administrator, { neighbourhoodCodes: [code] });
    const email = 'nieuw.coordinator@example.invalid';
    const body = { email, role: 'coordinator' as const, associationId: id, mayChangeSettings: true };
    const member = (await scene.client.call('addMember', { cookie: administrator.cookie, body })).result();
    await change(id, administrator, { contactPersonId: member.personId });
    const listed = async () => (await scene.client.call('listAssociations')).result().associations.map((one) => one.id);
    expect(await listed()).not.toContain(id);
    expect((await scene.post(scene.asker(6).cookie, { neighbourhoodCode: code })).owner.kind).toBe('desk');
    expect((await open(north)).problem().code).toBe('not-allowed');
    expect((await open(administrator)).result()).toMatchObject({ status: 'open', lacks: [] });
    expect((await scene.post(scene.asker(7).cookie, { neighbourhoodCode: code })).owner).toMatchObject({
      kind: 'association',
      name: 'Nieuw',
    });
    // The area that it has planned or has is nobody else's.
    const { settings } = await settingsOf(idOf(northOf), north);
    const codes = [...settings.neighbourhoodCodes, code];
    expect((await change(idOf(northOf), north, { neighbourhoodCodes: codes })).problem().code).toBe(
      'neighbourhood-taken',
    );
  });

  it('is among those its administrator manages, and not among those of a coordinator elsewhere', async () => {
    const names = async ({ cookie }: Who) =>
      (await scene.client.call('listManagedAssociations', { cookie })).result().associations.map(({ name }) => name);
    expect(await names(administrator)).toStrictEqual(['Loket', 'Nieuw', 'Noord', 'Zuid']);
    expect(await names(north)).toStrictEqual(['Noord']);
    expect(await names(desk)).toStrictEqual(['Loket']);
  });
});

function pace(
  acuteCoordinatorMinutes: number,
  acuteDeskMinutes: number,
  plannedCoordinatorPercent: number,
  plannedDeskPercent: number,
): SettingsChoice['pace'] {
  return { acuteCoordinatorMinutes, acuteDeskMinutes, plannedCoordinatorPercent, plannedDeskPercent };
}

function hours(from: string, until: string): NonNullable<SettingsChoice['openingHours']> {
  return { weekly: [{ day: 'tuesday', from, until }], closedDays: [] };
}
