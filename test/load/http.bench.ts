/**
 * What our code adds to a call: signed-in `GET /v1/board` and `POST /v1/help-requests`, against the same
 * Fastify without our code answering the same bytes, plus the bare SQL the call cannot do without.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BareSql } from './bare-sql.js';
import type { RecordedAnswer } from './bare-fastify.js';
import { openBench, printed, say, type BenchEngine } from './bench-engine.js';
import { fillBoard } from './board-rows.js';
import { figuresOf, inTurns, rounded, type Figures } from './figures.js';
import { MeasuredCalls } from './measured-calls.js';
import { OneConnection, type Answer } from './one-connection.js';

const turns = 8;
const callsPerTurn = 60;
const boardEntries = 40;
const mostAllowed = 1.5;

interface Comparison {
  readonly app: Figures;
  readonly bareFastify: Figures;
  readonly bareSql: Figures;
  /** Median of the application over the sum of the two medians it cannot go below. */
  readonly ratio: number;
}

function compare(times: Record<'app' | 'bareFastify' | 'bareSql', number[]>): Comparison {
  const [app, bareFastify, bareSql] = [figuresOf(times.app), figuresOf(times.bareFastify), figuresOf(times.bareSql)];
  return { app, bareFastify, bareSql, ratio: rounded(app.p50 / (bareFastify.p50 + bareSql.p50)) };
}

/** Headers that the two servers make themselves for every answer. */
const ownHeaders = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length']);

function recorded(method: string, path: string, { status, headers, body }: Answer): RecordedAnswer {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !ownHeaders.has(name));
  const sent = Object.fromEntries(kept) as Record<string, string | string[]>;
  return { method, path, status, headers: sent, body: body.toString('base64') };
}

async function startBareFastify(folder: string, answers: readonly RecordedAnswer[]) {
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  const script = fileURLToPath(new URL('bare-fastify.js', import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const text = await printed(child, /^listening (\S+)/m);
  return { url: /^listening (\S+)/m.exec(text)?.[1] ?? '', stop: () => child.kill('SIGTERM') };
}

async function run(engine: BenchEngine): Promise<void> {
  const { town, postgres } = engine;
  const calls = new MeasuredCalls(town);
  await fillBoard(postgres.ownerUrl, town, calls.associationId, boardEntries);
  const app = await engine.startApp('web', { env: { SMTP_URL: 'smtp://127.0.0.1:9' } });
  const ours = new OneConnection(app.url);
  const bare = await startBareFastify(engine.folder, [
    recorded('GET', '/v1/board', await calls.getBoard(ours)),
    recorded('POST', '/v1/help-requests', await calls.postHelpRequest(ours)),
  ]);
  const theirs = new OneConnection(bare.url);
  const sql = await BareSql.connect(postgres.ownerUrl, town);
  const getBoard = {
    app: () => calls.getBoard(ours),
    bareFastify: () => calls.getBoard(theirs),
    bareSql: () => sql.getBoard(calls.nextAsker(), calls.associationId),
  };
  const postHelpRequest = {
    app: () => calls.postHelpRequest(ours),
    bareFastify: () => calls.postHelpRequest(theirs),
    bareSql: () => sql.postHelpRequest(calls.nextAsker()),
  };
  try {
    const gets = await inTurns(getBoard, turns, callsPerTurn);
    report(compare(gets), compare(await inTurns(postHelpRequest, turns, callsPerTurn)));
  } finally {
    bare.stop();
    ours.close();
    theirs.close();
    await sql.close();
  }
}

function report(getBoard: Comparison, postHelpRequest: Comparison): void {
  const met = getBoard.ratio <= mostAllowed && postHelpRequest.ratio <= mostAllowed;
  say(
    JSON.stringify({ bench: 'http', unit: 'ms', getBoard, postHelpRequest, goal: { ratioAtMost: mostAllowed, met } }),
  );
}

say(`assumes: one client, one connection, one call after another; ${turns} turns of ${callsPerTurn} calls, A B A B`);
say('assumes: the bare SQL is prepared and sent one statement after another, without pipelining');
say(`assumes: a board of ${boardEntries} requests; role web alone, so that nobody works on what is posted`);
const engine = await openBench({ neighbours: 20_000, askers: 400 });
try {
  await run(engine);
} finally {
  await engine.close();
}
