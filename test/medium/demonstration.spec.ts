import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { ConfigurationError } from '@app/platform/config/config.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { demonstrationAccounts } from '../../src/demonstration/accounts.js';
import { DemonstrationClock } from '../../src/demonstration/demonstration-clock.js';
import { prepareDemonstration } from '../../src/demonstration/prepare.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

jest.setTimeout(30_000);

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
const encryptionKey = randomBytes(32);
const keyRing = new KeyRing(encryptionKey);
const said: string[] = [];

function prepare(url: string): Promise<void> {
  return prepareDemonstration({ databaseUrl: url, ownerUrl: url, encryptionKey }, (line) => void said.push(line));
}

beforeAll(async () => {
  database = await createTestDatabase();
  await Promise.all([prepare(database.url), prepare(database.url)]);
  dataSource = await applicationDataSource({ url: database.url, poolSize: 2 }).initialize();
  unitOfWork = new UnitOfWork(dataSource);
}, 120_000);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const [municipality] = await dataSource.query<{ id: string }[]>('SELECT id FROM municipality');
  return unitOfWork.run(asSystem(municipality?.id ?? ''), (tx) => tx.query<Row>(sql, parameters));
}

async function count(sql: string): Promise<number> {
  return (await rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`))[0]?.count ?? 0;
}

describe('the demonstration of Leusden', () => {
  it('is seeded once, also when two processes start together or one starts again', async () => {
    await prepare(database.url);
    expect(said.filter((line) => line.includes('seeded'))).toHaveLength(1);
    expect(await count('municipality WHERE is_demonstration')).toBe(1);
    expect(await count('neighbourhood')).toBe(28);
  });

  it('leaves three buurten to the desk', async () => {
    expect(
      await count('neighbourhood n LEFT JOIN association_area a ON a.neighbourhood_code = n.code WHERE a IS NULL'),
    ).toBe(3);
    expect(await count(`association WHERE kind = 'desk'`)).toBe(1);
    expect(await count('association WHERE contact_person_id IS NULL')).toBe(0);
  });

  it('knows of everybody who is trusted who met them, and of every certificate who saw it', async () => {
    const trusted = await count(`helper_profile WHERE trust <> 'none'`);
    const certified = await count(`helper_profile WHERE trust = 'vog'`);
    expect(certified).toBeGreaterThan(0);
    expect(
      await count(`vouching v JOIN helper_profile p ON p.person_id = v.person_id
        WHERE p.trust <> 'none' AND v.ended_at IS NULL AND v.at >= p.willing_since AND v.at < app_now()`),
    ).toBe(trusted);
    expect(await count('vouching')).toBe(trusted);
    expect(
      await count(`vog_check c JOIN helper_profile p ON p.person_id = c.person_id
        WHERE p.trust = 'vog' AND c.ended_at IS NULL AND c.expires_on > app_now()::date + 60`),
    ).toBe(certified);
    expect(await count(`audit_entry WHERE act = 'vouched'`)).toBe(trusted);
    expect(await count(`audit_entry WHERE act = 'vog-recorded'`)).toBe(certified);
    expect(await count('audit_pending')).toBe(trusted + certified);
  });

  it('gives everyone willing a profile, something to do and a load', async () => {
    const profiles = await count('helper_profile');
    expect(profiles).toBeGreaterThan(300);
    expect(await count('helper_load')).toBe(profiles);
    expect(
      await count(
        'helper_profile p WHERE NOT EXISTS (SELECT 1 FROM helper_category c WHERE c.person_id = p.person_id)',
      ),
    ).toBe(0);
    expect(
      await count(`helper_profile p WHERE NOT EXISTS
      (SELECT 1 FROM membership m WHERE m.person_id = p.person_id AND m.role = 'neighbour' AND m.association_id IS NOT NULL)`),
    ).toBe(0);
  });

  it('holds nobody but people of an example', async () => {
    const people = await rows<{ id: string; email_enc: Buffer; phone_enc: Buffer }>(
      'SELECT id, email_enc, phone_enc FROM person',
    );
    const [municipality] = await dataSource.query<{ id: string }[]>('SELECT id FROM municipality');
    const ciphers = await unitOfWork.run(asSystem(municipality?.id ?? ''), (tx) =>
      new PersonVault(keyRing).ciphersOf(
        tx,
        people.map(({ id }) => id),
      ),
    );
    expect(people.length).toBeGreaterThan(400);
    for (const { id, email_enc: email, phone_enc: phone } of people) {
      const at = (column: string) => ({ table: 'person', column, rowId: id });
      expect(ciphers.get(id)?.open(email, at('email_enc'))).toMatch(/@voorbeeld\.invalid$/);
      expect(ciphers.get(id)?.open(phone, at('phone_enc'))).toMatch(/^000 - /);
    }
  });

  it('knows every documented account by its address', async () => {
    const [municipality] = await dataSource.query<{ id: string }[]>('SELECT id FROM municipality');
    for (const { email } of demonstrationAccounts) {
      const index = keyRing.emailIndex(municipality?.id ?? '', email);
      expect(await rows('SELECT 1 FROM person WHERE email_index = $1', [index])).toHaveLength(1);
    }
  });

  it('is played by day', async () => {
    const [row] = await rows<{ hour: number }>(
      `SELECT extract(hour FROM app_now() AT TIME ZONE 'Europe/Amsterdam')::int AS hour`,
    );
    expect(row?.hour).toBeGreaterThanOrEqual(8);
    expect(row?.hour).toBeLessThan(20);
  });

  it('tells everyone when its clock is moved', async () => {
    const clock = new DemonstrationClock(database.url);
    const listener = new pg.Client({ connectionString: database.url });
    await listener.connect();
    await listener.query('LISTEN clock');
    const heard = new Promise((resolve) => void listener.once('notification', resolve));
    const moment = Date.parse('2031-05-06T14:00:00+02:00');
    await clock.set(moment);
    await heard;
    await listener.end();
    const now = await clock.now();
    expect(now - moment).toBeGreaterThanOrEqual(0);
    expect(now - moment).toBeLessThan(60_000);
  });
});

describe('a database with something else in it', () => {
  it('is refused and left as it was', async () => {
    const other = await createTestDatabase();
    const client = new pg.Client({ connectionString: other.url });
    await client.connect();
    await client.query(`INSERT INTO municipality (id, code, name) VALUES (gen_random_uuid(), 'GM9999', 'Echt')`);
    await expect(prepare(other.url)).rejects.toThrow(ConfigurationError);
    const { rows: left } = await client.query('SELECT name FROM municipality');
    expect(left).toEqual([{ name: 'Echt' }]);
    await client.end();
    await other.drop();
  });
});
