import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  importMembers,
  importNeighbourhoods,
  readNeighbourhoodsFile,
  ImportFault,
} from '@app/features/associations/index.js';
import { RegisterMany } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { Application, northOf } from '../support/application.js';
import { eventually } from '../support/eventually.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 28, askers: 4 });
});
afterAll(() => scene.close());

const square = (x: number, y: number, size = 0.004) => [
  [
    [x - size, y - size],
    [x + size, y - size],
    [x + size, y + size],
    [x - size, y + size],
    [x - size, y - size],
  ],
];

interface Place {
  readonly code: string;
  readonly name: string;
  readonly district_code: string;
  readonly dwellings: number;
  readonly longitude: number;
  readonly latitude: number;
}

const places = () =>
  scene.rows<Place>(
    'SELECT code, name, district_code, dwellings, longitude, latitude FROM neighbourhood ORDER BY code',
  );
/** A map of the town, as CBS would publish it, with some of it changed. */
const mapOf = async (change: (place: Place) => Partial<Place> | null = () => ({})): Promise<string> => {
  const features = (await places()).flatMap((place) => {
    const changed = change(place);
    if (changed === null) return [];
    const { code, name, district_code: wijkcode, dwellings, longitude, latitude } = { ...place, ...changed };
    return {
      type: 'Feature',
      properties: { buurtcode: code, buurtnaam: name, wijkcode, gemeentecode: 'GM9001', aantalWoningen: dwellings },
      geometry: { type: 'Polygon', coordinates: square(longitude, latitude) },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
};
const run = <T>(work: Parameters<UnitOfWork['run']>[1]): Promise<T> =>
  scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), work) as Promise<T>;
const take = (map: string) =>
  run<Awaited<ReturnType<typeof importNeighbourhoods>>>((tx) =>
    importNeighbourhoods(tx, readNeighbourhoodsFile(map, 'GM9001').neighbourhoods),
  );

describe('importing neighbourhoods', () => {
  it('gives each an outline, and the second time changes nothing', async () => {
    const map = await mapOf();
    const outlines = async () => (await scene.client.call('listOutlines')).result().outlines;
    expect(await outlines()).toEqual([]);
    expect((await scene.client.call('listNeighbourhoods')).result().municipality.hasOutlines).toBe(false);
    expect((await take(map)).changed).toHaveLength(28);
    expect(await scene.count('SELECT 1 FROM neighbourhood WHERE outline IS NOT NULL')).toBe(28);
    const drawn = await eventually(outlines, ({ length }) => length === 28);
    expect(drawn[0]?.polygons[0]?.[0]).toHaveLength(5);
    const list = async () => (await scene.client.call('listNeighbourhoods')).result().municipality;
    await eventually(list, ({ hasOutlines }) => hasOutlines);
    const before = await scene.rows('SELECT * FROM neighbourhood ORDER BY code');
    expect(await take(map)).toStrictEqual({ added: [], changed: [], unchanged: 28, replaced: [] });
    expect(await scene.rows('SELECT * FROM neighbourhood ORDER BY code')).toStrictEqual(before);
  });

  it('of a new year moves what lies in a code that is gone to the one that has its place', async () => {
    const [from, to] = [scene.code(northOf), 'BU90010099'];
    const { id } = await scene.post(scene.asker(0).cookie);
    await scene.workOff();
    const homes = await scene.count('SELECT 1 FROM helper_profile WHERE neighbourhood_code = $1', [from]);
    expect(homes).toBeGreaterThan(0);
    const areas = await scene.count('SELECT 1 FROM association_area');
    const report = await take(await mapOf(({ code }) => (code === from ? { code: to, name: 'Nieuw' } : {})));
    expect(report).toMatchObject({ added: [to], replaced: [{ from, to }] });
    expect(await scene.count('SELECT 1 FROM neighbourhood WHERE code = $1', [from])).toBe(0);
    expect(await scene.count('SELECT 1 FROM helper_profile WHERE neighbourhood_code = $1', [to])).toBe(homes);
    expect(await scene.count('SELECT 1 FROM help_request WHERE id = $1 AND neighbourhood_code = $2', [id, to])).toBe(1);
    expect(await scene.count('SELECT 1 FROM association_area')).toBe(areas);
    expect(
      await scene.rows('SELECT association_id AS id FROM association_area WHERE neighbourhood_code = $1', [to]),
    ).toStrictEqual([{ id: scene.town.organisationIds[northOf] }]);
    expect(await scene.count('SELECT 1 FROM help_request')).toBe(1);
    expect(await scene.count('SELECT 1 FROM helper_category WHERE area_code = $1', [from])).toBe(0);
    const [lost] = await scene.rows<{ count: string }>(
      'SELECT count(*) FROM board_entry b LEFT JOIN cell c ON c.code = b.cell_code WHERE c.code IS NULL',
    );
    expect(Number(lost?.count)).toBe(0);
  });

  it('joins two associations in one neighbourhood without losing a home', async () => {
    const codes = (await places()).map(({ code }) => code);
    const [first, second] = [codes[0] ?? '', codes[1] ?? ''];
    const [one, other] = (await places()).filter(({ code }) => code === first || code === second);
    const map = JSON.parse(await mapOf(({ code }) => (code === second ? null : {}))) as {
      features: { properties: { buurtcode: string }; geometry: { coordinates: unknown } }[];
    };
    const kept = map.features.find(({ properties }) => properties.buurtcode === first)!;
    const x = (one!.longitude + other!.longitude) / 2;
    kept.geometry.coordinates = square(x, (one!.latitude + other!.latitude) / 2, 0.02);
    const homes = await scene.count('SELECT 1 FROM helper_profile');
    expect((await take(JSON.stringify(map))).replaced).toStrictEqual([{ from: second, to: first }]);
    expect(await scene.count('SELECT 1 FROM helper_profile')).toBe(homes);
    expect(await scene.count('SELECT 1 FROM association_area WHERE neighbourhood_code = $1', [first])).toBe(1);
  });

  it('refuses a map in which a neighbourhood has no place any more, with nothing changed', async () => {
    const codes = (await places()).map(({ code }) => code);
    const before = await scene.rows('SELECT * FROM neighbourhood ORDER BY code');
    const map = await mapOf(({ code }) => (code === codes.at(-1) ? null : { name: 'Anders' }));
    await expect(take(map)).rejects.toThrow(ImportFault);
    expect(await scene.rows('SELECT * FROM neighbourhood ORDER BY code')).toStrictEqual(before);
  });
});

interface Options {
  readonly onlyGoodRows?: boolean;
  readonly associationId?: string | null;
}

async function takeMembers(content: string | Buffer, { onlyGoodRows = false, associationId }: Options = {}) {
  const faults: string[] = [];
  const bytes = Buffer.from(content as string);
  const report = await run<Awaited<ReturnType<typeof importMembers>>>((tx) =>
    importMembers(tx, scene.app.get(RegisterMany, { strict: false }), () => Readable.from([bytes]), {
      associationId: associationId === undefined ? (scene.town.organisationIds[northOf] ?? '') : associationId,
      onlyGoodRows,
      onFault: (line, { column, problem }) => void faults.push(`${line} ${column}: ${problem}`),
    }),
  );
  return { ...report, faults };
}
const people = () => scene.count('SELECT 1 FROM person');

describe('importing members', () => {
  it('invites them, enrols nobody, and the second time changes nothing', async () => {
    const file = 'e-mail;voornaam;achternaam\r\nAnna@example.invalid;Anna;de Vries\r\nbob@example.invalid;Bob;\r\n';
    const before = await people();
    expect(await takeMembers(file)).toMatchObject({ rows: 2, invited: 2, known: 0, wrong: 0, applied: true });
    expect(await people()).toBe(before + 2);
    expect(await scene.count(`SELECT 1 FROM membership m JOIN member_invitation i ON i.person_id = m.person_id`)).toBe(
      0,
    );
    expect(
      await scene.count(`SELECT 1 FROM helper_profile p JOIN member_invitation i ON i.person_id = p.person_id`),
    ).toBe(0);
    const counts = await scene.rowCounts();
    expect(await takeMembers(file)).toMatchObject({ invited: 0, known: 2, applied: true });
    expect(await scene.rowCounts()).toStrictEqual(counts);
  });

  it('has the invitations sent once, by the sweep', async () => {
    const planned = (await scene.overdue()).filter(({ name }) => name === 'notifications.send-member-invitation');
    expect(planned).toHaveLength(2);
    for (const job of [...planned, ...planned]) await scene.handle(job);
    const mails = scene.sink.list({ to: 'bob@example.invalid' });
    expect(mails.map(({ subject }) => subject)).toStrictEqual(['Noord vraagt of u soms een buur wilt helpen']);
    expect((await scene.overdue()).filter(({ name }) => name === 'notifications.send-member-invitation')).toStrictEqual(
      [],
    );
  });

  it('leaves the whole file out as long as one row is wrong, and says of each row what, without its words', async () => {
    const file = [
      'email,voornaam,buurtcode',
      `goed@example.invalid,Goed,${scene.code(3)}`,
      'geheim-geen-adres,Kees,',
      `,Piet,`,
      'dubbel@example.invalid,Dubbel,',
      'DUBBEL@example.invalid,Dubbel,',
      'ver@example.invalid,Ver,BU03270000',
      'code@example.invalid,Code,Leusden',
    ].join('\n');
    const before = await scene.rowCounts();
    const report = await takeMembers(file);
    expect(report).toMatchObject({ rows: 7, wrong: 5, invited: 0, applied: false });
    expect(report.faults).toStrictEqual([
      '3 e-mail: Dit is geen e-mailadres.',
      '4 e-mail: Hier ontbreekt een e-mailadres.',
      '6 e-mail: Dit e-mailadres staat eerder in het bestand.',
      '7 buurtcode: Deze buurt hoort niet bij de gemeente.',
      '8 buurtcode: Dit is geen buurtcode, zoals BU03270000.',
    ]);
    expect(report.faults.join()).not.toContain('geheim');
    expect(await scene.rowCounts()).toStrictEqual(before);
    expect(await takeMembers(file, { onlyGoodRows: true })).toMatchObject({ invited: 2, wrong: 5, applied: true });
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFe-mail;voornaam\nzoe@example.invalid;Zoë\n')],
    ['UTF-8', Buffer.from('e-mail,voornaam\nzoe@example.invalid,Zoë\n')],
    ['Windows-1252', Buffer.from('e-mail;voornaam\nzoe@example.invalid;Zoë\n', 'latin1')],
  ])('reads %s', async (_what, content) => {
    await takeMembers(content);
    const [{ id }] = (await scene.rows<{ id: string }>(
      'SELECT person_id AS id FROM member_invitation ORDER BY invited_at DESC, person_id DESC LIMIT 1',
    )) as [{ id: string }];
    const me = await scene.rows<{ status: string }>('SELECT status FROM person WHERE id = $1', [id]);
    expect(me).toStrictEqual([{ status: 'unverified' }]);
    const { PeopleDirectory } = await import('@app/features/people/index.js');
    const directory = scene.app.get(PeopleDirectory, { strict: false });
    const card = await run<{ givenName: string } | undefined>(async (tx) =>
      (await directory.cardsOf(tx, [id])).get(id),
    );
    expect(card?.givenName).toBe('Zoë');
    await scene.rows('DELETE FROM person WHERE id = $1', [id]);
  });

  it('finds the association by the neighbourhood of each row, the desk where there is none', async () => {
    const file = `e-mail;buurtcode\nn1@example.invalid;${scene.code(5)}\nd1@example.invalid;${scene.code(25)}\n`;
    await takeMembers(file, { associationId: null });
    const names = await scene.rows<{ name: string }>(
      'SELECT a.name FROM member_invitation i JOIN association a ON a.id = i.association_id ORDER BY i.invited_at DESC, a.name LIMIT 2',
    );
    expect(names.map(({ name }) => name)).toStrictEqual(['Loket', 'Noord']);
  });

  it('knows an organisation of this municipality alone', async () => {
    await expect(takeMembers('e-mail\nx@example.invalid\n', { associationId: newId() })).rejects.toThrow(ImportFault);
  });

  it.each(['', 'naam;adres\nKees;Pad 1\n', randomBytes(3_000)])(
    'refuses what is no such file (%#)',
    async (content) => {
      const before = await people();
      await expect(takeMembers(content)).rejects.toThrow(ImportFault);
      expect(await people()).toBe(before);
    },
  );
});
