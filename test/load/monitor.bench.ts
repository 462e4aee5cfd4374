/**
 * What the monitor reads when a million people took part for five years, against ten thousand in as many districts and
 * associations: time and rows touched of every question it asks, and of adding what happened. With a number behind its name
 * (`npm run bench -- monitor 100000`) of that many people: making a million takes ten minutes.
 */
import { randomUUID } from 'node:crypto';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { FactBook } from '@app/features/participation/index.js';
import type { Fact } from '@app/domain/participation/index.js';
import { ParticipationReadModel } from '../../src/features/participation/participation.read-model.js';
import { WeekViewStore } from '../../src/features/participation/week-view.store.js';
import { openBench, say } from './bench-engine.js';
import { figuresOf, inTurns, rounded, type Series } from './figures.js';
import { addMonitorTown, type MonitorTown } from './monitor-town.js';
import { RecordedWork, type Touched } from './recorded-work.js';

const sizes = { small: 10_000, large: Number(process.argv[3] ?? 1_000_000) };
type Size = keyof typeof sizes;
if (!Number.isInteger(sizes.large) || sizes.large < 1) throw new RangeError('How many people? A whole number');
const [first, last] = ['2022-Q1', '2026-Q4'];
const turns = 10;
const perTurn = 5;

const questions = {
  'last quarter': (town: MonitorTown, work: UnitOfWork) => read(town, work, last, last),
  'last four quarters': (town: MonitorTown, work: UnitOfWork) => read(town, work, '2026-Q1', last),
  'five years': (town: MonitorTown, work: UnitOfWork) => read(town, work, first, last),
  'five years of one association': (town: MonitorTown, work: UnitOfWork) =>
    read(town, work, first, last, town.organisationId),
  'adding 50 facts of 50 people': (town: MonitorTown, work: UnitOfWork) => add(town, work),
} as const;
type Question = keyof typeof questions;
const names = Object.keys(questions) as Question[];

function read(town: MonitorTown, work: UnitOfWork, from: string, until: string, associationId?: string) {
  const { municipalityId, code } = town;
  const model = new ParticipationReadModel(work, new WeekViewStore());
  return associationId === undefined
    ? model.readInside(municipalityId, code, { from, until })
    : model.readExact(municipalityId, code, { from, until, associationId });
}

/** Taken back again, so that every turn meets the same. */
async function add({ municipalityId, historyIds }: MonitorTown, work: UnitOfWork): Promise<void> {
  const facts = historyIds.slice(0, 50).map((historyId): Fact => ({
    id: randomUUID(),
    historyId,
    kind: 'asked',
    at: Date.UTC(2026, 11, 30),
    day: '2026-12-30',
    districtCode: '',
    organisationId: '',
    code: '',
    detail: '',
    amount: 1,
  }));
  const undone = new Error('undone');
  const book = new FactBook();
  await work
    .run(asSystem(municipalityId), async (tx) => {
      await book.add(tx, facts);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
}

const sum = (touched: readonly Touched[], of: 'rows' | 'pages'): number =>
  touched.reduce((all, one) => all + one[of], 0);

const engine = await openBench({ neighbours: 1, askers: 1 });
const dataSource = await applicationDataSource({ url: engine.postgres.ownerUrl, poolSize: 2 }).initialize();
try {
  say('assumes: everybody is willing, asked and helping at random over 20 quarters; 30 districts, 120 associations');
  const town = async (size: Size, code: string): Promise<MonitorTown> => {
    const began = performance.now();
    const made = await addMonitorTown(engine.postgres.ownerUrl, code, sizes[size]);
    say(
      `${sizes[size]} people: ${made.facts} facts, ${made.figures} figures, in ${rounded((performance.now() - began) / 1_000)} s`,
    );
    return made;
  };
  const towns = { small: await town('small', 'GM9101'), large: await town('large', 'GM9102') };
  const work = new UnitOfWork(dataSource);
  const results: Record<string, unknown> = {};
  for (const name of names) results[name] = await measure(name, towns, work);
  const { facts, figures } = towns.large;
  say(JSON.stringify({ bench: 'monitor', people: sizes.large, years: 5, facts, figures, questions: results }));
} finally {
  await dataSource.destroy();
  await engine.close();
}

async function measure(name: Question, towns: Readonly<Record<Size, MonitorTown>>, work: UnitOfWork) {
  const ask =
    (size: Size): Series =>
    () =>
      questions[name](towns[size], work);
  const times = await inTurns({ small: ask('small'), large: ask('large') }, turns, perTurn);
  const [small, large] = [figuresOf(times.small), figuresOf(times.large)];
  const recorded = await recordedOf(name, towns);
  const { rows, readWhole } = recorded.large;
  const result = {
    p95: large.p95,
    p95Of10k: small.p95,
    ratio: rounded(large.p95 / small.p95),
    rows,
    rowsOf10k: recorded.small.rows,
    pages: recorded.large.pages,
    readWhole,
  };
  say(`${name}: p95 ${large.p95} ms (${small.p95} ms of 10,000 people), ${rows} rows, ${recorded.large.pages} pages`);
  return result;
}

async function recordedOf(name: Question, towns: Readonly<Record<Size, MonitorTown>>) {
  const of = async (size: Size) => {
    const recorder = new RecordedWork(dataSource);
    await questions[name](towns[size], recorder);
    const { touched } = recorder;
    const readWhole = [...new Set(touched.flatMap((one) => one.readWhole))];
    return { rows: sum(touched, 'rows'), pages: sum(touched, 'pages'), readWhole };
  };
  return { small: await of('small'), large: await of('large') };
}
