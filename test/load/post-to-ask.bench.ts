/**
 * How long it takes from posting a request until the first neighbour's ask is with the mail server: one at
 * a time, and at 20 posts a second; and whose code that time was spent in.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MailSink } from '@app/platform/mail/mail-sink.js';
import { AskClock } from './ask-clock.js';
import { openBench, say, type BenchApp, type BenchEngine } from './bench-engine.js';
import { cpuSeconds, cpuShares } from './cpu-shares.js';
import { figuresOf, rounded, type Figures } from './figures.js';

const roles = 'web,worker,relay';
const turns = 3;
const idlePosts = 25;
const ratePerSecond = 20;
const rateSeconds = 10;
/** What has not been asked about by then counts as never. */
const patienceMs = 180_000;
const goal = { p50AtMost: 50, p99AtMost: 250 };

interface Measured {
  readonly toAsk: number[];
  readonly toAnswer: number[];
  /** Requests nobody was asked about in time. */
  never: number;
}

/** @returns how many requests nobody was asked about before patience ended */
async function everybodyAsked(clock: AskClock): Promise<number> {
  const end = performance.now() + patienceMs;
  while (clock.waiting > 0 && performance.now() < end) await pause(2);
  return clock.waiting;
}

/** Waits until no mail has come for a while: the machine is idle again. */
async function untilQuiet(sink: MailSink): Promise<void> {
  for (let seen = -1; seen !== sink.received;) {
    seen = sink.received;
    await pause(300);
  }
}

async function oneByOne(clock: AskClock, sink: MailSink, count: number): Promise<Measured> {
  for (let posted = 0; posted < count; posted += 1) {
    await clock.post();
    await everybodyAsked(clock);
    await untilQuiet(sink);
  }
  return { ...clock.takeTimes(), never: 0 };
}

/** Posts at a steady rate whatever becomes of earlier posts. */
async function atRate(clock: AskClock, sink: MailSink): Promise<Measured> {
  const posts: Promise<string>[] = [];
  const start = performance.now();
  for (let number = 0; number < ratePerSecond * rateSeconds; number += 1) {
    await pause(Math.max(0, start + (number * 1000) / ratePerSecond - performance.now()));
    posts.push(clock.post());
  }
  await Promise.all(posts);
  const never = await everybodyAsked(clock);
  await untilQuiet(sink);
  return { ...clock.takeTimes(), never };
}

interface Load {
  readonly idle: Measured;
  readonly loaded: Measured;
  /** Seconds of processor time during the loaded turns. */
  readonly seconds: { readonly application: number; readonly postgres: number };
}

/** Idle, loaded, idle, loaded …; the first idle turn warms up and does not count. */
async function measure(engine: BenchEngine, app: BenchApp, clock: AskClock, sink: MailSink): Promise<Load> {
  const idle: Measured = { toAsk: [], toAnswer: [], never: 0 };
  const loaded: Measured = { toAsk: [], toAnswer: [], never: 0 };
  const seconds = { application: 0, postgres: 0 };
  await oneByOne(clock, sink, 15);
  for (let turn = 0; turn < turns; turn += 1) {
    collect(idle, await oneByOne(clock, sink, idlePosts));
    say(`turn ${turn + 1}: one at a time done`);
    const before = [cpuSeconds(app.pid) ?? 0, cpuSeconds(engine.postgres.pid) ?? 0] as const;
    collect(loaded, await atRate(clock, sink));
    say(`turn ${turn + 1}: ${ratePerSecond} a second done`);
    seconds.application += (cpuSeconds(app.pid) ?? 0) - before[0];
    seconds.postgres += (cpuSeconds(engine.postgres.pid) ?? 0) - before[1];
  }
  return { idle, loaded, seconds };
}

function collect(all: Measured, some: Measured): void {
  all.toAsk.push(...some.toAsk);
  all.toAnswer.push(...some.toAnswer);
  all.never += some.never;
}

/** Another run of the same load in a process that is profiled, so that profiling slows down nothing measured. */
async function profile(engine: BenchEngine, sink: MailSink): Promise<ReturnType<typeof cpuShares>> {
  const folder = join(engine.folder, 'profile');
  mkdirSync(folder);
  const app = await engine.startApp(roles, {
    env: { SMTP_URL: sink.url },
    nodeFlags: ['--cpu-prof', `--cpu-prof-dir=${folder}`],
  });
  const clock = new AskClock(app.url, engine.town, sink);
  await oneByOne(clock, sink, 5);
  await atRate(clock, sink);
  await app.stop();
  return cpuShares(folder);
}

function report(load: Load, shares: ReturnType<typeof cpuShares>): void {
  const posts = turns * ratePerSecond * rateSeconds;
  const [idle, loaded] = [figuresOf(load.idle.toAsk), figuresOf(load.loaded.toAsk)];
  const within = ({ p50, p99 }: Figures) => p50 <= goal.p50AtMost && p99 <= goal.p99AtMost;
  const answer = (measured: Measured) => figuresOf(measured.toAnswer);
  say(
    JSON.stringify({
      bench: 'post-to-ask',
      unit: 'ms',
      idle: { postToAsk: idle, postToAnswer: answer(load.idle) },
      loaded: {
        postsPerSecond: ratePerSecond,
        postToAsk: loaded,
        postToAnswer: answer(load.loaded),
        neverAsked: load.loaded.never,
      },
      ratio: rounded(loaded.p50 / idle.p50),
      processorMsPerPost: {
        application: rounded((load.seconds.application * 1000) / posts),
        postgres: rounded((load.seconds.postgres * 1000) / posts),
      },
      shareOfApplicationTime: shares,
      goal: { ...goal, met: within(idle) && within(loaded) && load.loaded.never === 0 },
    }),
  );
}

say(
  `assumes: all roles in one process; ${turns} turns of ${idlePosts} single posts and of ${rateSeconds} s at ${ratePerSecond} posts/s`,
);
say('assumes: three of ten requests acute; timed until the mail server has the whole first ask');
const engine = await openBench({ neighbours: 20_000, askers: 1_000 });
const sink = new MailSink({ capacity: 100 });
await sink.start();
try {
  const app = await engine.startApp(roles, { env: { SMTP_URL: sink.url } });
  const load = await measure(engine, app, new AskClock(app.url, engine.town, sink), sink);
  await app.stop();
  report(load, await profile(engine, sink));
} finally {
  await engine.close();
  await sink.stop();
}
