import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AreaDirectory } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { PeopleScene, type Town } from './people-scene.js';

// Password hashing and a database, on a machine that may be busy.
jest.setTimeout(30_000);

let scene: PeopleScene;
let town: Town;
let elsewhere: Town;
let byHand: Town;
let areas: AreaDirectory;

beforeAll(async () => {
  scene = await PeopleScene.open();
  town = await scene.addTown();
  elsewhere = await scene.addTown();
  byHand = await scene.addTown();
  areas = scene.app.get(AreaDirectory, { strict: false });
  await scene.run(town, async (tx) => {
    await makeContact(tx, town.associationId, { givenName: 'Marja', phone: '000 - 000 00 01' });
    const worker = await addPerson(tx, { givenName: 'Els', phone: '000 - 000 00 02' });
    await scene.app.get(PeopleDirectory, { strict: false }).addMembership(tx, worker, 'desk', town.deskId);
  });
}, 60_000);
afterAll(() => scene.close());

function addPerson(tx: Transaction, person: { givenName: string; phone: string }): Promise<string> {
  return scene.app.get(PeopleDirectory, { strict: false }).createWithoutEmail(tx, person);
}

async function makeContact(
  tx: Transaction,
  organisationId: string,
  person: { givenName: string; phone: string },
): Promise<void> {
  const id = await addPerson(tx, person);
  await tx.query('UPDATE association SET contact_person_id = $2 WHERE id = $1', [organisationId, id]);
}

describe('who looks after a buurt', () => {
  it('is its association', async () => {
    const owner = await scene.run(town, (tx) => areas.ownerOf(tx, town.covered));
    expect(owner).toMatchObject({ organisationId: town.associationId, kind: 'association', preset: 'balanced' });
  });

  it('is the desk where there is no association', async () => {
    const owner = await scene.run(town, (tx) => areas.ownerOf(tx, town.uncovered));
    expect(owner).toMatchObject({ organisationId: town.deskId, kind: 'desk' });
    expect(await scene.run(town, (tx) => areas.associationOfNeighbourhood(tx, town.uncovered))).toBe(town.deskId);
  });

  it('is nobody for a buurt of another municipality, or of none', async () => {
    expect(await scene.run(town, (tx) => areas.ownerOf(tx, elsewhere.covered))).toBeNull();
    expect(await scene.run(town, (tx) => areas.ownerOf(tx, 'BU99999999'))).toBeNull();
    expect(await scene.run(town, (tx) => areas.owner(tx, elsewhere.associationId))).toBeNull();
    await expect(scene.run(town, (tx) => areas.organisation(tx, elsewhere.associationId))).rejects.toThrow(
      'not of this municipality',
    );
  });

  it('is a person one can call: the one named, else whoever works there', async () => {
    const [association, desk] = await scene.run(town, async (tx) => [
      await areas.organisation(tx, town.associationId),
      await areas.desk(tx),
    ]);
    expect(association.contact).toMatchObject({ givenName: 'Marja', phone: '000 - 000 00 01' });
    expect(desk).toMatchObject({ id: town.deskId, contact: { givenName: 'Els', phone: '000 - 000 00 02' } });
  });

  it('knows a buurt that was added a moment ago', async () => {
    const code = 'BU20990009';
    await scene.run(town, async (tx) => {
      await areas.map(tx);
      await tx.query(
        `INSERT INTO neighbourhood (code, municipality_id, district_code, cell_code, name, dwellings, longitude, latitude)
         SELECT $1, municipality_id, district_code, cell_code, 'Nieuw', 10, 5.4, 52.1 FROM neighbourhood WHERE code = $2`,
        [code, town.covered],
      );
    });
    expect((await scene.run(town, (tx) => areas.neighbourhood(tx, code)))?.name).toBe('Nieuw');
  });
});

describe('the public lists', () => {
  it('show each buurt with who looks after it, of this municipality only', async () => {
    const { body } = await scene.call(elsewhere, 'GET', '/v1/neighbourhoods');
    expect(body['neighbourhoods']).toEqual([
      expect.objectContaining({ code: elsewhere.covered, organisationId: elsewhere.associationId }),
      expect.objectContaining({ code: elsewhere.uncovered, organisationId: elsewhere.deskId }),
    ]);
  });

  it('give each buurt a tile of its own on the map, or the one that was chosen by hand', async () => {
    const tilesOf = async (place: Town): Promise<unknown[]> => {
      const { body } = await scene.call(place, 'GET', '/v1/neighbourhoods');
      return (body['neighbourhoods'] as { tile: unknown }[]).map(({ tile }) => tile);
    };
    const laidOut = (await tilesOf(elsewhere)) as { q: number; r: number }[];
    expect(new Set(laidOut.map(({ q, r }) => `${q} ${r}`)).size).toBe(2);
    await scene.run(byHand, async (tx) => {
      const set = 'UPDATE neighbourhood SET tile_q = $2, tile_r = 7 WHERE code = $1';
      await tx.query(set, [byHand.covered, 4]);
      await tx.query(set, [byHand.uncovered, 5]);
    });
    expect(await tilesOf(byHand)).toEqual([
      { q: 4, r: 7 },
      { q: 5, r: 7 },
    ]);
  });

  it('show each association with its buurten and whom to call', async () => {
    const { body } = await scene.call(town, 'GET', '/v1/associations');
    expect(body['associations']).toEqual([
      {
        id: town.associationId,
        kind: 'association',
        name: 'Wijkvereniging',
        isExample: false,
        neighbourhoodCodes: [town.covered],
        contact: { givenName: 'Marja', phone: '000 - 000 00 01' },
        openingHours: null,
        fallback: { kind: 'desk', organisationId: town.deskId, name: 'Loket' },
        welcomeText: null,
        nobodyText: null,
      },
      expect.objectContaining({
        id: town.deskId,
        kind: 'desk',
        contact: { givenName: 'Els', phone: '000 - 000 00 02' },
      }),
    ]);
  });

  it('show every kind of help, light things first', async () => {
    const { body } = await scene.call(town, 'GET', '/v1/categories');
    const categories = body['categories'] as { code: string; name: string; usualMinutes: number }[];
    expect(categories).toHaveLength(11);
    expect(categories[0]).toEqual({ code: 'walk-dog', name: 'De hond uitlaten', usualMinutes: 20 });
  });

  it('name an organisation that has nobody yet by its own name', async () => {
    const { body } = await scene.call(elsewhere, 'GET', '/v1/associations');
    const [association] = body['associations'] as { contact: unknown }[];
    expect(association?.contact).toEqual({ givenName: 'Wijkvereniging', phone: '' });
  });
});
