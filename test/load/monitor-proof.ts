import pg from 'pg';
import { FactBook } from '@app/features/participation/index.js';
import type { Fact } from '@app/domain/participation/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { dice } from './disclosure-people.js';
import type { MonitorTown } from './monitor-town.js';

/** As many as the product counts in one run. */
const factsAtOnce = 500;

/**
 * Tells a new municipality everything that happened in this one, shuffled and in small runs, as the product hears it through
 * the years. @returns how many figures it kept, and how many of them differ from those of the town
 */
export async function keptAsTold(
  ownerUrl: string,
  work: UnitOfWork,
  town: MonitorTown,
): Promise<{ figures: number; different: number }> {
  const municipalityId = await addTwin(ownerUrl, 'GM9100');
  const book = new FactBook();
  const facts = shuffled(await everythingIn(work, book, town.municipalityId));
  for (let from = 0; from < facts.length; from += factsAtOnce) {
    const some = facts.slice(from, from + factsAtOnce);
    await work.run(asSystem(municipalityId), (tx) => book.add(tx, some));
  }
  const [made, told] = [
    await figuresOf(work, town.municipalityId),
    (await figuresOf(work, municipalityId)).filter((figure) => !figure.endsWith('|0')),
  ];
  const known = new Set(made);
  const missing = new Set(told);
  const different = told.filter((one) => !known.has(one)).length + made.filter((one) => !missing.has(one)).length;
  return { figures: told.length, different };
}

async function addTwin(ownerUrl: string, code: string): Promise<string> {
  const municipalityId = newId();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`INSERT INTO municipality (id, code, name) VALUES ($1, $2, 'Dezelfde stad')`, [
      municipalityId,
      code,
    ]);
    return municipalityId;
  } finally {
    await client.end();
  }
}

function everythingIn(work: UnitOfWork, book: FactBook, municipalityId: string): Promise<readonly Fact[]> {
  return work.run(asSystem(municipalityId), async (tx) => {
    const histories = await tx.query<{ id: string }>(
      'SELECT DISTINCT history_id AS id FROM participation_fact WHERE municipality_id = $1',
      [municipalityId],
    );
    const ids = histories.map(({ id }) => id);
    return book.historiesOf(tx, ids);
  });
}

async function figuresOf(work: UnitOfWork, municipalityId: string): Promise<string[]> {
  const rows = await work.query<{ figure: string }>(
    asSystem(municipalityId),
    `SELECT concat_ws('|', quarter, district_code, organisation_id, measure, bucket, amount) AS figure
       FROM participation_figure WHERE municipality_id = $1`,
    [municipalityId],
  );
  return rows.map(({ figure }) => figure);
}

function shuffled(facts: readonly Fact[]): readonly Fact[] {
  const roll = dice(7);
  return facts
    .map((fact) => ({ fact, place: roll() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ fact }) => fact);
}
