/**
 * What people feel of the first screen on a telephone: Lighthouse figures (its own simulated slow telephone) for the screens
 * most people see first, their bytes, and how much later the largest paint comes than that of a plain page of the same
 * words, served by the same process, in turns. That ratio is measured with the slow network and processor really applied,
 * and given as simulated beside it. `power` is what Lighthouse says of this machine (1500 and more: as it expects; a busy
 * machine says less, and every time is longer).
 */
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import lighthouse, { type RunnerResult } from 'lighthouse';
import { chromium, type Browser } from 'playwright-core';
import { freePort } from '@app/platform/embedded/free-port.js';
import { browserProgram } from '../support/chromium.js';
import { openBench, say } from './bench-engine.js';
import { figuresOf, rounded } from './figures.js';

const turns = 3;
const screens = { start: '/', board: '/hulpvragen', ask: '/vraag', willing: '/bereid' };
const goal = { accessibility: 100, bestPractices: 100, performance: 95, ratio: 1.5, script: 60_000, style: 25_000 };

/** Beside the files of the app, so that the same process serves it. */
const plainName = 'plain-page-of-the-bench.html';
const plainFile = fileURLToPath(new URL(`../../web/assets/${plainName}`, import.meta.url));
const plainPage = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Zorgzame Buurten</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="Vraag hulp."></head>
<body><main><h1>Een handje hulp, van een buur dichtbij</h1><p>Zorgt u voor iemand? Vraag hulp voor iets kleins. Of help zelf
een half uurtje, als het u uitkomt.</p><p><a href="/vraag">Ik vraag hulp</a></p></main></body></html>`;

interface Seen {
  readonly scores: Readonly<Record<'performance' | 'accessibility' | 'bestPractices', number>>;
  /** Milliseconds. */
  readonly largestPaint: number;
  readonly firstPaint: number;
  readonly blocked: number;
  /** How much things moved after they were shown. */
  readonly shift: number;
  readonly bytes: Readonly<Record<'script' | 'stylesheet', number>>;
  /** What kept a score from being full. */
  readonly lost: readonly string[];
  readonly power: number;
}

type Slowness = 'simulate' | 'devtools';

async function look(url: string, port: number, throttlingMethod: Slowness = 'simulate'): Promise<Seen> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    throttlingMethod,
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
  });
  if (result === undefined) throw new Error(`Lighthouse told nothing about ${url}`);
  return seenIn(result);
}

function seenIn({ lhr }: RunnerResult): Seen {
  const score = (category: string): number => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const value = (audit: string): number => rounded(lhr.audits[audit]?.numericValue ?? Number.NaN);
  const items = (lhr.audits['network-requests']?.details as { items?: Fetched[] } | undefined)?.items ?? [];
  const bytes = (type: string): number =>
    items
      .filter(({ resourceType }) => resourceType === type)
      .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
  const lost = Object.values(lhr.categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id} ${lhr.audits[id]?.displayValue ?? ''}`.trim()),
  );
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
    },
    largestPaint: value('largest-contentful-paint'),
    firstPaint: value('first-contentful-paint'),
    blocked: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
    bytes: { script: bytes('Script'), stylesheet: bytes('Stylesheet') },
    lost,
    power: lhr.environment.benchmarkIndex,
  };
}

interface Fetched {
  readonly resourceType?: string;
  readonly transferSize?: number;
}

async function withBrowser<T>(work: (port: number) => Promise<T>): Promise<T> {
  const port = await freePort();
  const { executablePath, env } = await browserProgram();
  const browser: Browser = await chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    chromiumSandbox: false,
    args: [`--remote-debugging-port=${port}`, '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    return await work(port);
  } finally {
    await browser.close();
  }
}

type Screen = keyof typeof screens;
type Looked = Screen | 'plain' | 'startSlowed' | 'plainSlowed';

/** Each screen and the plain page once a turn, and two of them once more with the slowness really applied. */
async function measure(url: string, port: number): Promise<Record<Looked, Seen[]>> {
  const seen: Record<Looked, Seen[]> = {
    start: [],
    plain: [],
    startSlowed: [],
    plainSlowed: [],
    board: [],
    ask: [],
    willing: [],
  };
  const plain = `${url}/assets/${plainName}`;
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const [name, path] of Object.entries(screens)) seen[name as Screen].push(await look(`${url}${path}`, port));
    seen.plain.push(await look(plain, port));
    seen.startSlowed.push(await look(`${url}${screens.start}`, port, 'devtools'));
    seen.plainSlowed.push(await look(plain, port, 'devtools'));
    say(`turn ${turn} of ${turns}`);
  }
  return seen;
}

const median = (seen: readonly Seen[], of: (one: Seen) => number): number => figuresOf(seen.map(of)).p50;

function summary(seen: readonly Seen[]) {
  const score = (name: keyof Seen['scores']): number => median(seen, ({ scores }) => scores[name]);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('bestPractices'),
    firstPaintMs: median(seen, ({ firstPaint }) => firstPaint),
    largestPaintMs: median(seen, ({ largestPaint }) => largestPaint),
    blockedMs: median(seen, ({ blocked }) => blocked),
    shift: median(seen, ({ shift }) => shift),
    scriptBytes: median(seen, ({ bytes }) => bytes.script),
    styleBytes: median(seen, ({ bytes }) => bytes.stylesheet),
    power: median(seen, ({ power }) => power),
  };
}

/** How many times as late the largest paint of the one comes as that of the other. */
const ratioOf = (one: readonly Seen[], other: readonly Seen[]): number =>
  rounded(summary(one).largestPaintMs / summary(other).largestPaintMs);

const engine = await openBench({ neighbours: 12, askers: 4 });
try {
  writeFileSync(plainFile, plainPage);
  const app = await engine.startApp('web', { env: { SMTP_URL: 'smtp://127.0.0.1:9' } });
  say(`assumes: ${turns} turns; Lighthouse's own telephone and network, simulated; medians`);
  const seen = await withBrowser((port) => measure(app.url.replace('127.0.0.1', 'localhost'), port));
  const figures = Object.fromEntries(Object.entries(seen).map(([name, all]) => [name, summary(all)]));
  const shown = (Object.keys(screens) as Screen[]).map((name) => ({ name, ...summary(seen[name]) }));
  for (const name of Object.keys(screens) as Screen[]) say(`${name} lost: ${seen[name][0]?.lost.join('; ') ?? ''}`);
  const ratio = ratioOf(seen.startSlowed, seen.plainSlowed);
  const simulatedRatio = ratioOf(seen.start, seen.plain);
  const met = {
    performance: shown.every(({ performance }) => performance >= goal.performance),
    accessibility: shown.every(({ accessibility }) => accessibility >= goal.accessibility),
    bestPractices: shown.every(({ bestPractices }) => bestPractices >= goal.bestPractices),
    ratio: ratio <= goal.ratio,
    bytes: shown.some(
      ({ name, scriptBytes, styleBytes }) => name === 'start' && scriptBytes <= goal.script && styleBytes <= goal.style,
    ),
  };
  say(JSON.stringify({ bench: 'paint', figures, largestPaintRatio: ratio, simulatedRatio, goal, met }));
} finally {
  rmSync(plainFile, { force: true });
  await engine.close();
}
