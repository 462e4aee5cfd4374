import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { alertsOf, quarterLater, quarterOf } from '@app/domain/participation/index.js';
import { CalibrationReadModel } from '@app/features/matching/index.js';
import { DriftStore } from '@app/features/matching/drift.store.js';
import { ParticipationAdministration } from '@app/features/participation/index.js';
import { ParticipationReadModel } from '@app/features/participation/participation.read-model.js';
import { WeekViewStore } from '@app/features/participation/week-view.store.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { areas, chronicle } from '../../libs/twin/chronicle/index.js';
import { makeYear, type MadeYear } from '../../src/demonstration/year/make-year.js';
import { readYearOptions } from '../../src/demonstration/year/options.js';
import { newYearFolder, YearFolderError } from '../../src/demonstration/year/year-folder.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

jest.setTimeout(120_000);

/** A Friday afternoon, with two quarters' ends not long before it. */
const now = Date.parse('2026-10-30T14:00:00+01:00');
const wish = { seed: 11, days: 60, people: 400, requestsPerDay: 5 };

const databases: TestDatabase[] = [];
const sources: DataSource[] = [];
let made: MadeYear;
let first: UnitOfWork;

async function lived(wanted = wish): Promise<{ readonly made: MadeYear; readonly unitOfWork: UnitOfWork }> {
  const database = await createTestDatabase();
  databases.push(database);
  const config = { databaseUrl: database.url, ownerUrl: database.url, encryptionKey: randomBytes(32) };
  const result = await makeYear(config, { areas, live: chronicle }, wanted, now, () => undefined);
  const dataSource = await applicationDataSource({ url: database.url, poolSize: 2 }).initialize();
  sources.push(dataSource);
  return { made: result, unitOfWork: new UnitOfWork(dataSource) };
}

beforeAll(async () => {
  ({ made, unitOfWork: first } = await lived());
});

afterAll(async () => {
  for (const source of sources) await source.destroy();
  for (const database of databases) await database.drop();
});

const rows = <Row>(sql: string, unitOfWork = first, { municipalityId } = made): Promise<Row[]> =>
  unitOfWork.run(asSystem(municipalityId), (tx) => tx.query<Row>(sql));
const count = async (sql: string): Promise<number> =>
  (await rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`))[0]?.count ?? 0;

describe('a demonstration with a year in it', () => {
  it('is a demonstration, with what happened as the product would have left it', async () => {
    expect(await count('municipality WHERE is_demonstration')).toBe(1);
    expect(await count('help_request')).toBe(made.requests);
    expect(await count('ask')).toBe(made.asks);
    expect(await count(`help_request WHERE status = 'completed' AND outcome_helped`)).toBeGreaterThan(50);
    expect(await count('help_request WHERE posted_at > app_now()')).toBe(0);
    expect(await count(`help_request WHERE status IN ('open', 'matched', 'confirmed')`)).toBeGreaterThan(0);
  });

  it('counts the year with the counter of the product, so that counting again finds the same', async () => {
    expect(await count('outbox WHERE published_at IS NOT NULL')).toBeGreaterThan(made.requests + made.asks);
    expect(await count('outbox WHERE published_at IS NOT NULL AND counted_at IS NULL')).toBe(0);
    const figures = await rows<{ amount: number }>(
      `SELECT sum(amount)::int AS amount FROM participation_figure WHERE measure = 'requests'`,
    );
    expect(figures[0]?.amount).toBe(made.requests);
    const rebuilt = await new ParticipationAdministration(first).rebuild(made.municipalityId);
    expect(rebuilt).toMatchObject({ corrected: 0 });
  });

  it('has questions to the desk, each with an owner who is there, and signals that are followed', async () => {
    const asked = await count('desk_question');
    expect(asked).toBeGreaterThan(10);
    expect(await count('desk_question WHERE asked_at > app_now() OR answered_at > app_now()')).toBe(0);
    expect(
      await count(`desk_question q WHERE owner_kind <> 'welfare'
        AND NOT EXISTS (SELECT 1 FROM association a WHERE a.id = q.owner_id AND a.kind = q.owner_kind)`),
    ).toBe(0);
    expect(await count(`desk_question WHERE (status = 'answered') <> (answered_at IS NOT NULL)`)).toBe(0);
    const amount = (measure: string): Promise<{ sum: number | null }[]> =>
      rows(`SELECT sum(amount)::int AS sum FROM participation_figure WHERE measure = '${measure}'`);
    expect(await amount('desk-questions')).toStrictEqual([{ sum: asked }]);
    expect(await amount('strain-signals')).toStrictEqual([{ sum: await count('desk_question WHERE keep_in_touch') }]);
  });

  it('published the quarters that were over, each in its time', async () => {
    expect(made.quarters).toStrictEqual(['2026-Q3']);
    expect(await rows('SELECT quarter, published_at::date::text AS day FROM publication')).toStrictEqual([
      { quarter: '2026-Q3', day: '2026-10-13' },
    ]);
  });

  it('keeps the words of what is open and recent, and of nothing older', async () => {
    const old = `help_request WHERE closed_at < app_now() - interval '30 days'`;
    expect(await count(old)).toBeGreaterThan(0);
    expect(await count(`${old} AND summary_enc IS NOT NULL`)).toBe(0);
    expect(await count(`help_request WHERE closed_at IS NULL AND summary_enc IS NULL`)).toBe(0);
  });

  it('keeps budgets: nobody was asked more often in a week than they said', async () => {
    const over = await rows(`
      SELECT a.person_id FROM ask a JOIN helper_profile p ON p.person_id = a.person_id
       WHERE (SELECT count(*) FROM ask b WHERE b.person_id = a.person_id
                 AND b.created_at > a.created_at - interval '7 days' AND b.created_at <= a.created_at) > p.weekly_ask_budget`);
    expect(over).toStrictEqual([]);
  });

  it('stored who was drawn for a letter, and a part that was held out where the group is large enough', async () => {
    const [letters] = await rows<{ invited: number; drawn: number }>(
      `SELECT sum(invited_people + held_out_people)::int AS invited, (SELECT count(*)::int FROM invitation) AS drawn FROM campaign`,
    );
    expect(letters?.drawn).toBe(letters?.invited);
    expect(await count(`invitation WHERE arm = 'held-out' AND written_at IS NOT NULL`)).toBe(0);
  });

  it('is the same year for the same seed', async () => {
    const again = await lived();
    const figures = `SELECT quarter, district_code, measure, bucket, sum(amount)::int AS amount FROM participation_figure
      GROUP BY 1, 2, 3, 4 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4`;
    expect(await rows(figures, again.unitOfWork, again.made)).toStrictEqual(await rows(figures));
  });
});

describe('the year as it is made when nothing else is asked for', () => {
  it('has an alert of every kind in it', async () => {
    const options = readYearOptions([]);
    if (options === 'help') throw new Error('Help was not asked for');
    const { made: whole, unitOfWork } = await lived(options);
    const { municipalityId } = whole;
    const figures = new ParticipationReadModel(unitOfWork, new WeekViewStore());
    const quarter = quarterOf(localMoment(now).day);
    const view = await figures.readInside(municipalityId, 'GM0327', {
      from: quarterLater(quarter, -2),
      until: quarter,
    });
    const districts = view!.districts.map(({ code }) => code);
    const found = [quarter, quarterLater(quarter, -1)].flatMap((one) => alertsOf(view!.cells, districts, one));
    expect(new Set(found.map(({ kind }) => kind))).toStrictEqual(new Set(['fill-drops', 'over-asked']));
    const calibration = new CalibrationReadModel(new DriftStore());
    const { verdict } = await unitOfWork.run(asSystem(municipalityId), (tx) => calibration.of(tx));
    expect(verdict).toBe('less-likely');
    // A whole year of a whole town, where the others live sixty days of a village.
  }, 300_000);
});

describe('the folder of a year', () => {
  it('is a new one, and never a database that somebody points to', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'zb-year-'));
    expect(await newYearFolder(empty, {})).toBe(empty);
    await expect(newYearFolder(empty, { DATABASE_URL: 'postgresql://somewhere/else' })).rejects.toThrow(
      YearFolderError,
    );
    writeFileSync(join(empty, 'secrets.json'), '{}');
    await expect(newYearFolder(empty, {})).rejects.toThrow(/staat al iets/);
  });
});
