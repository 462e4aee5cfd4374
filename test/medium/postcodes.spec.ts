import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostcodeTable } from '@app/features/associations/geocoding/postcode-table.js';
import { movePlaces } from '@app/features/associations/import/move-places.js';
import { importPostcodes, ImportFault } from '@app/features/associations/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { Application } from '../support/application.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open();
});
afterAll(() => scene.close());

const places = () => scene.rows<{ code: string }>('SELECT code FROM neighbourhood ORDER BY code');
const run = <T>(work: Parameters<UnitOfWork['run']>[1]): Promise<T> =>
  scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), work) as Promise<T>;

describe('importing postcodes', () => {
  const takePostcodes = (content: string) =>
    run<Awaited<ReturnType<typeof importPostcodes>>>((tx) =>
      importPostcodes(tx, Readable.from([Buffer.from(content)]), 'GM9001'),
    );
  const find = async (postcode: string, houseNumber?: number) =>
    (
      await scene.client.call('findNeighbourhood', { body: { postcode, ...(houseNumber && { houseNumber }) } })
    ).result();
  const fileOf = (one: string, other: string): string =>
    [
      'PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025',
      `9999AA;1;${one};WK900100;GM9001`,
      `9999AA;3;${one};WK900100;GM9001`,
      `9999BB;1;${one};WK900100;GM9001`,
      `9999BB;2;${other.slice(2)};WK900100;GM9001`,
      '9999CC;1;BU03270000;WK032700;GM0327',
    ].join('\r\n');
  const twoCodes = async (): Promise<[string, string]> => {
    const [one, other] = await places();
    return [one?.code ?? '', other?.code ?? ''];
  };

  it('lets people find their neighbourhood, and the second time changes nothing', async () => {
    const [one, other] = await twoCodes();
    expect(await takePostcodes(fileOf(one, other))).toEqual({ postcodes: 2, split: 1, elsewhere: 1, changed: 3 });
    expect(await takePostcodes(fileOf(one, other))).toMatchObject({ changed: 0 });
    expect(await find('9999 aa')).toEqual({ outcome: 'found', neighbourhoodCodes: [one] });
    expect(await find('9999BB')).toEqual({ outcome: 'several', neighbourhoodCodes: [one, other] });
    expect(await find('9999BB', 2)).toEqual({ outcome: 'found', neighbourhoodCodes: [other] });
    expect(await find('9999BB', 4)).toEqual({ outcome: 'several', neighbourhoodCodes: [one, other] });
    expect(await find('9999CC', 1)).toEqual({ outcome: 'unknown', neighbourhoodCodes: [] });
  });

  it('keeps and logs nothing of what was searched for', async () => {
    const before = await scene.rowCounts();
    await find('8765 ZX', 43_219);
    expect(await scene.rowCounts()).toEqual(before);
    const written = scene.logLines.join('\n');
    expect(scene.logLines.length).toBeGreaterThan(0);
    expect(written).not.toMatch(/8765 ?ZX|43219/);
  });

  it('of one municipality says nothing in another', async () => {
    const elsewhere = newId();
    const [one] = await twoCodes();
    await scene.rows('INSERT INTO municipality (id, code, name, hostname) VALUES ($1, $2, $3, $4)', [
      elsewhere,
      'GM9002',
      'Elders',
      'elders.invalid',
    ]);
    try {
      const other = { postcode: '9999EE', houseNumber: undefined };
      await scene.rows('INSERT INTO postcode_part VALUES ($1, $2, 0, $3, NULL)', [elsewhere, other.postcode, one]);
      const table = scene.app.get(PostcodeTable, { strict: false });
      expect(await table.neighbourhoodsOf(other, elsewhere)).toEqual([one]);
      expect(await table.neighbourhoodsOf(other, scene.town.municipalityId)).toEqual([]);
    } finally {
      await scene.rows('DELETE FROM postcode_part WHERE municipality_id = $1', [elsewhere]);
      await scene.rows('DELETE FROM municipality WHERE id = $1', [elsewhere]);
    }
  });

  it('tells every fault by its line, and then changes nothing', async () => {
    const [one] = await twoCodes();
    const before = await scene.rows('SELECT * FROM postcode_part ORDER BY postcode, part');
    const file = `postcode,huisnummer,buurtcode\n99AA,1,${one}\n9999DD,x,${one}\n9999DD,1,BU90019998\n9999DD,1,Noord`;
    const fault = await takePostcodes(file).catch((error: unknown) => error);
    expect((fault as ImportFault).faults).toEqual([
      'line 2: this is no postcode, like 1234AB.',
      'line 3: this is no house number.',
      'line 4: BU90019998 is not known here. Import the neighbourhoods of the same year first.',
      'line 5: this is no code of a neighbourhood, like BU03270000.',
    ]);
    await expect(takePostcodes('naam;adres\na;b')).rejects.toThrow('The first line has to name the columns');
    expect(await scene.rows('SELECT * FROM postcode_part ORDER BY postcode, part')).toEqual(before);
  });

  it('go along when two neighbourhoods become one', async () => {
    const [one, other] = (await places()).slice(0, 2);
    await run((tx) => movePlaces(tx, [{ from: other!.code, to: one!.code }]));
    expect(await find('9999BB')).toEqual({ outcome: 'found', neighbourhoodCodes: [one?.code] });
  });
});
