/**
 * What the monitor reads when ten thousand, a hundred thousand and a million people took part for five years, in as many
 * districts and associations: time, rows and pages of every question it asks, of counting what happens, and of making all
 * figures anew. With a number behind its name (`npm run bench -- monitor 100000`) of at most so many people.
 */
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { openBench, say } from './bench-engine.js';
import { superuserOn } from './country-engine.js';
import { figuresOf, inTurns, rounded } from './figures.js';
import { keptAsTold } from './monitor-proof.js';
import { firstLookOfAWeek, questionNames, questions, type Question } from './monitor-questions.js';
import { addMonitorTown, type MonitorTown } from './monitor-town.js';
import { RecordedWork, type Touched } from './recorded-work.js';

const most = Number(process.argv[3] ?? 1_000_000);
if (!Number.isInteger(most) || most < 10_000) throw new RangeError('How many people? A whole number from 10000');
const sizes = [10_000, 100_000, 1_000_000].filter((size) => size < most).concat(most);
const turns = 10;
const perTurn = 5;
const looks = 3;

const sum = (touched: readonly Touched[], of: 'rows' | 'pages'): number =>
  touched.reduce((all, one) => all + one[of], 0);

// A million people are written at once: without room for that the server would stop to tidy up every few seconds.
const engine = await openBench({ neighbours: 1, askers: 1 }, { max_wal_size: '16GB', checkpoint_timeout: '1h' });
const { ownerUrl } = engine.postgres;
const dataSource = await applicationDataSource({ url: ownerUrl, poolSize: 2 }).initialize();
try {
  say('assumes: everybody is willing, asked and helping at random over 20 quarters; 30 districts, 120 associations');
  say('assumes: rows and facts are made by the database, the figures from them by the product (rebuild)');
  const work = new UnitOfWork(dataSource);
  const towns: MonitorTown[] = [];
  for (const size of sizes) towns.push(await madeTown(work, size));
  const kept = await keptAsTold(ownerUrl, work, smallest(towns));
  say(`the same told to the product in runs of 500, shuffled: ${kept.figures} figures, ${kept.different} different`);
  if (kept.different > 0) throw new Error('What the bench made is not what the product makes of the same');
  const weeks = await weeksOf(towns, work);
  const results: Record<string, unknown> = {};
  for (const name of questionNames) results[name] = await measure(name, towns, work);
  const made = towns.map(({ people, facts, figures, rebuiltIn }, at) => ({
    people,
    facts,
    figures,
    rebuildSeconds: rebuiltIn,
    firstLookOfAWeekMs: weeks[at],
  }));
  say(JSON.stringify({ bench: 'monitor', years: 5, towns: made, kept, questions: results }));
} finally {
  await dataSource.destroy();
  await engine.close();
}

async function madeTown(work: UnitOfWork, size: number): Promise<MonitorTown> {
  const made = await addMonitorTown(superuserOn(engine.postgres), work, `GM91${sizes.indexOf(size)}1`, size);
  const { facts, figures, madeIn, rebuiltIn } = made;
  say(`${size} people: ${facts} facts made in ${madeIn} s, ${figures} figures made from them in ${rebuiltIn} s`);
  return made;
}

function smallest([town]: readonly MonitorTown[]): MonitorTown {
  if (!town) throw new Error('No town was made');
  return town;
}

/** Medians of a few looks in milliseconds: each takes long. Afterwards every town has its view of this week. */
async function weeksOf(towns: readonly MonitorTown[], work: UnitOfWork): Promise<readonly number[]> {
  const medians: number[] = [];
  for (const town of towns) {
    await questions['last quarter'](town, work);
    const times: number[] = [];
    for (let look = 0; look < looks; look += 1) {
      const began = performance.now();
      await firstLookOfAWeek(town, work);
      times.push(performance.now() - began);
    }
    const { p50 } = figuresOf(times);
    say(`first look of a week, ${town.people} people: ${p50} ms`);
    medians.push(p50);
  }
  return medians;
}

async function measure(name: Question, towns: readonly MonitorTown[], work: UnitOfWork) {
  const times = await inTurns(
    Object.fromEntries(towns.map((town) => [String(town.people), () => questions[name](town, work)])),
    turns,
    perTurn,
  );
  const results = [];
  for (const town of towns) {
    const { p50, p95 } = figuresOf(times[String(town.people)] ?? []);
    results.push({ people: town.people, p50, p95, ...(await touchedBy(name, town)) });
  }
  const [small, large] = [results[0]?.p95 ?? 0, results.at(-1)?.p95 ?? 0];
  for (const { people, p50, p95, rows, pages } of results)
    say(`${name}, ${people} people: p50 ${p50} ms, p95 ${p95} ms, ${rows} rows, ${pages} pages`);
  return { sizes: results, ratioOfP95: rounded(large / small) };
}

async function touchedBy(name: Question, town: MonitorTown) {
  const recorder = new RecordedWork(dataSource);
  await questions[name](town, recorder);
  const { touched } = recorder;
  const readWhole = [...new Set(touched.flatMap((one) => one.readWhole))];
  return { rows: sum(touched, 'rows'), pages: sum(touched, 'pages'), readWhole };
}
