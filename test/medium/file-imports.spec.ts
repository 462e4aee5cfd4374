import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileImportView } from '@app/contracts/http/file-imports.js';
import { importPartBytes } from '@app/contracts/http/import-limits.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { Application, northOf } from '../support/application.js';
import { mapFile, membersFile } from './import-files.js';

let scene: Application;
let cookie: string;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 2, askers: 4 });
  const administrator = scene.asker(3);
  await scene.rows(
    `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
     VALUES ($1, $2, $3, NULL, 'administrator', app_now())`,
    [scene.town.municipalityId, newId(), administrator.personId],
  );
  ({ cookie } = administrator);
});
afterAll(() => scene.close());
afterEach(() => scene.rows('DELETE FROM file_import'));

type Kind = FileImportView['kind'];
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

async function begin(kind: Kind, content: Buffer, hash = sha256(content)): Promise<FileImportView> {
  const body = { kind, associationId: null, bytes: content.length, sha256: hash };
  return (await scene.client.call('startImport', { cookie, body })).result();
}
const sendPart = (id: string, startsAt: number, content: Buffer) =>
  scene.client.call('sendImportPart', { id, cookie, body: { startsAt, content: content.toString('base64') } });
const look = async (id: string): Promise<FileImportView> =>
  (await scene.client.call('getImport', { id, cookie })).result();
const decide = (id: string, rows: 'all' | 'good-rows') =>
  scene.client.call('decideImport', { id, cookie, body: { rows } });

/** Sends all of a file and has it checked. */
async function send(kind: Kind, text: string | Buffer): Promise<FileImportView> {
  const content = Buffer.from(text as string);
  const { id } = await begin(kind, content);
  for (let at = 0; at < content.length; at += importPartBytes) {
    (await sendPart(id, at, content.subarray(at, at + importPartBytes))).result();
  }
  await scene.workOff();
  return look(id);
}

const members = (rows: number, wrongEvery = 0): string => membersFile(scene, rows, wrongEvery);
const map = (change: (name: string) => string, crs?: string): Promise<string> => mapFile(scene, change, crs);
const people = () => scene.count('SELECT 1 FROM person');
const partsLeft = () => scene.count('SELECT 1 FROM file_import_part');
const acts = async (id: string): Promise<string[]> =>
  (await scene.rows<{ act: string }>('SELECT act FROM audit_entry WHERE about_id = $1 ORDER BY at, id', [id])).map(
    ({ act }) => act,
  );

describe('a file with members', () => {
  it('is looked at without changing anything, then taken over whole, and is gone; the second time nothing changes', async () => {
    const before = await people();
    const checked = await send('members', members(30));
    expect(checked).toMatchObject({ status: 'waiting', faultCount: 0, rowsDone: 30 });
    expect(checked.outcome).toStrictEqual({ kind: 'members', rows: 30, invited: 30, known: 0, wrong: 0 });
    expect(await people()).toBe(before);
    expect((await decide(checked.id, 'all')).result().status).toBe('taking');
    await scene.workOff();
    expect(await look(checked.id)).toMatchObject({ status: 'taken', outcome: { invited: 30 } });
    expect(await people()).toBe(before + 30);
    expect(await partsLeft()).toBe(0);
    expect(await acts(checked.id)).toStrictEqual(['import-started', 'import-decided', 'import-taken']);
    const again = await send('members', members(30));
    expect(again.outcome).toMatchObject({ invited: 0, known: 30 });
    await decide(again.id, 'all');
    await scene.workOff();
    expect(await people()).toBe(before + 30);
  });

  it('with one row in a hundred wrong is taken over for its good rows alone, by choice, with a report', async () => {
    const before = await people();
    const checked = await send('members', members(500, 100));
    expect(checked).toMatchObject({ status: 'waiting', faultCount: 5, outcome: { rows: 500, invited: 495, wrong: 5 } });
    expect(checked.faults).toHaveLength(5);
    expect((await decide(checked.id, 'all')).problem().code).toBe('invalid-input');
    expect(await people()).toBe(before);
    (await decide(checked.id, 'good-rows')).result();
    await scene.workOff();
    expect(await look(checked.id)).toMatchObject({ status: 'taken', outcome: { invited: 495 }, faultCount: 5 });
    expect(await people()).toBe(before + 495);
    const { csv } = (await scene.client.call('getImportReport', { id: checked.id, cookie })).result();
    expect(csv.split('\r\n').slice(0, 2)).toStrictEqual([
      '\uFEFFregel;kolom;probleem',
      '101;e-mail;Dit is geen e-mailadres.',
    ]);
    expect(csv).not.toContain('geheim');
  });

  it('is read as a spreadsheet saves it: a mark in front, semicolons, and capitals in the names of the columns', async () => {
    const code = scene.code(northOf);
    const head = '\uFEFF"E-mail";"Voornaam";"Buurtcode"';
    const lines = [head, `"zoe@example.invalid";"Zoë";"${code}"`, `"geen-adres";"Kees";"${code}"`, ''];
    const checked = await send('members', lines.join('\r\n'));
    expect(checked).toMatchObject({ status: 'waiting', outcome: { rows: 2, invited: 1, wrong: 1 } });
    expect(checked.faults).toMatchObject([{ line: 3 }]);
  });

  it('comes on after the connection was lost, part by part, and never twice', async () => {
    const content = Buffer.from(members(7_000));
    expect(content.length).toBeGreaterThan(2 * importPartBytes);
    const { id } = await begin('members', content);
    const part = (at: number) => content.subarray(at, at + importPartBytes);
    await sendPart(id, 0, part(0));
    // The answer was lost: the same again, and something that is not next.
    expect((await sendPart(id, 0, part(0))).result().receivedBytes).toBe(importPartBytes);
    expect((await sendPart(id, 2 * importPartBytes, part(2 * importPartBytes))).problem().code).toBe('import-moved-on');
    expect((await sendPart(id, importPartBytes, randomBytes(importPartBytes))).result().status).toBe('receiving');
    const rest = content.subarray(2 * importPartBytes);
    expect((await sendPart(id, 2 * importPartBytes, Buffer.concat([rest, Buffer.of(10)]))).problem().code).toBe(
      'too-large',
    );
    await sendPart(id, 2 * importPartBytes, rest);
    await scene.workOff();
    // One part was not of this file: it is noticed, and nothing of it is read.
    expect(await look(id)).toMatchObject({
      status: 'refused',
      faults: [{ line: null, problem: 'Het bestand kwam niet heel aan. Stuur het opnieuw.' }],
    });
    expect(await partsLeft()).toBe(0);
  });

  it('is stored sealed', async () => {
    const content = Buffer.from(members(3));
    const { id } = await begin('members', content);
    await sendPart(id, 0, content);
    const [part] = await scene.rows<{ content_enc: Buffer }>('SELECT content_enc FROM file_import_part');
    expect(part?.content_enc.includes('example.invalid')).toBe(false);
  });

  it('that is a picture is refused with what to do', async () => {
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(3_000)]);
    const refused = await send('members', picture);
    expect(refused.status).toBe('refused');
    expect(refused.faults.map(({ problem }) => problem).join()).toMatch(/CSV|kolom "e-mail"/);
    expect(await partsLeft()).toBe(0);
  });
});

describe('a file with neighbourhoods', () => {
  it('shows what would change, changes it when somebody says so, and the second time nothing', async () => {
    const names = () => scene.rows('SELECT name FROM neighbourhood ORDER BY code');
    const before = await names();
    const text = await map((name) => `${name} nieuw`);
    const checked = await send('neighbourhoods', text);
    expect(checked).toMatchObject({ status: 'waiting', outcome: { added: [], unchanged: 0, replaced: [] } });
    expect(checked.outcome?.kind === 'neighbourhoods' && checked.outcome.changed).toHaveLength(before.length);
    expect(await names()).toStrictEqual(before);
    await decide(checked.id, 'all');
    await scene.workOff();
    expect((await look(checked.id)).status).toBe('taken');
    expect(await names()).not.toStrictEqual(before);
    expect((await send('neighbourhoods', text)).outcome).toMatchObject({ changed: [], unchanged: before.length });
  });

  it('with latitude before longitude is refused with the way out, and nothing is lost', async () => {
    const turned = (await map((name) => name)).replaceAll(/\[(-?[\d.]+),(-?[\d.]+)\]/g, '[$2,$1]');
    const before = await scene.count('SELECT 1 FROM neighbourhood');
    const refused = await send('neighbourhoods', turned);
    expect(refused).toMatchObject({ status: 'refused', outcome: null });
    expect(refused.faults[0]?.problem).toMatch(/verwisseld/);
    expect(await scene.count('SELECT 1 FROM neighbourhood')).toBe(before);
    expect(await partsLeft()).toBe(0);
  });

  it('in another system of coordinates is refused with the way out', async () => {
    const refused = await send('neighbourhoods', await map((name) => name, 'EPSG:3857'));
    expect(refused).toMatchObject({ status: 'refused', outcome: null });
    expect(refused.faults[0]?.problem).toMatch(/EPSG:3857\. Dat kunnen wij niet lezen.*28992/);
  });
});

describe('sending a file', () => {
  it('is for one of a kind at a time, and for files that fit', async () => {
    const content = Buffer.from(members(1));
    await begin('members', content);
    const body = { kind: 'members' as const, associationId: null, bytes: 10, sha256: sha256(content) };
    expect((await scene.client.call('startImport', { cookie, body })).problem().code).toBe('import-unfinished');
    const larger = { ...body, kind: 'neighbourhoods' as const, bytes: 33 * 1024 * 1024 };
    expect((await scene.client.call('startImport', { cookie, body: larger })).problem().errors).toStrictEqual([
      { path: '/bytes', message: 'The file is larger than 32 MB' },
    ]);
    const elsewhere = { ...body, kind: 'members' as const, associationId: newId() };
    expect((await scene.client.call('startImport', { cookie, body: elsewhere })).problem().code).toBe('invalid-input');
  });

  it('is for administrators: nobody else learns of a file or does anything with it', async () => {
    const { id } = await begin('members', Buffer.from(members(1)));
    const { cookie: coordinator } = await scene.organiser(northOf);
    for (const other of [coordinator, scene.asker(0).cookie]) {
      const answers = [
        await scene.client.call('listImports', { cookie: other }),
        await scene.client.call('getImport', { id, cookie: other }),
        await scene.client.call('getImportReport', { id, cookie: other }),
        await scene.client.call('decideImport', { id, cookie: other, body: { rows: 'all' } }),
        await scene.client.call('cancelImport', { id, cookie: other }),
      ];
      expect(answers.map(({ status }) => status)).toStrictEqual([403, 403, 403, 403, 403]);
    }
    expect((await look(id)).status).toBe('receiving');
    expect((await scene.client.call('getImport', { id: newId(), cookie })).problem().code).toBe('not-found');
  });
});

describe('work on a file', () => {
  it('that was cut off is found by the sweep and done once, whoever else has the same job', async () => {
    const before = await people();
    const checked = await send('members', members(40));
    await decide(checked.id, 'all');
    const [job] = await scene.workOff('associations.work-import');
    // The worker is gone, and with it the job.
    expect(await scene.overdue()).not.toContainEqual(expect.objectContaining({ name: 'associations.work-import' }));
    await scene.wait('61 seconds');
    expect(await look(checked.id)).toMatchObject({ status: 'taking', isSilent: true });
    const swept = (await scene.overdue()).filter(({ name }) => name === 'associations.work-import');
    expect(swept).toHaveLength(1);
    await Promise.all([...swept, ...swept, job!].map((one) => scene.handle(one)));
    expect((await look(checked.id)).status).toBe('taken');
    expect(await people()).toBe(before + 40);
    expect(await acts(checked.id)).toStrictEqual(['import-started', 'import-decided', 'import-taken']);
  });

  it('stops when somebody cancels, at any moment, with nothing changed', async () => {
    const before = await people();
    const checked = await send('members', members(50));
    await decide(checked.id, 'all');
    const [job] = await scene.workOff('associations.work-import');
    expect((await scene.client.call('cancelImport', { id: checked.id, cookie })).result().status).toBe('cancelled');
    await scene.handle(job!);
    expect(await people()).toBe(before);
    expect(await partsLeft()).toBe(0);
    expect((await decide(checked.id, 'all')).problem().code).toBe('import-moved-on');
    expect(await acts(checked.id)).toStrictEqual(['import-started', 'import-decided', 'import-cancelled']);
  });

  it('is undone when somebody cancels in the midst of it', async () => {
    const before = await people();
    const checked = await send('members', members(4_000));
    await decide(checked.id, 'all');
    const [job] = await scene.workOff('associations.work-import');
    const working = scene.handle(job!);
    const done = async () => (await look(checked.id)).rowsDone;
    while ((await done()) === 0) await new Promise((resolve) => void setTimeout(resolve, 5));
    const cancelled = await scene.client.call('cancelImport', { id: checked.id, cookie });
    await working;
    expect(cancelled.result().status).toBe('cancelled');
    expect(await people()).toBe(before);
  });

  it('ends after a day without a decision; the file is gone, and after a month what was known of it too', async () => {
    const { id } = await send('members', members(5));
    await scene.wait('24 hours');
    for (const job of (await scene.overdue()).filter(({ name }) => name === 'associations.work-import'))
      await scene.handle(job);
    expect((await look(id)).status).toBe('expired');
    expect(await partsLeft()).toBe(0);
    expect((await acts(id)).at(-1)).toBe('import-expired');
    await scene.wait('31 days');
    for (const job of (await scene.overdue()).filter(({ name }) => name === 'associations.work-import'))
      await scene.handle(job);
    expect(await scene.count('SELECT 1 FROM file_import')).toBe(0);
  });
});
