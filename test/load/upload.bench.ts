/**
 * Invites the people of a file of 100,000 rows of which 1% is broken as an administrator does: in a browser, by upload.
 * Seconds until somebody can decide and until it is taken over, the peak of memory of the application, and the report.
 * Before it a file of 200 MB is chosen, which the browser refuses without sending a byte.
 */
import { createWriteStream } from 'node:fs';
import { readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { openBench, say, type BenchEngine } from './bench-engine.js';
import { rounded } from './figures.js';
import { memberLines, memberRows } from './member-lines.js';

const mebibyte = 1024 * 1024;
const largeBytes = 200 * mebibyte;
const patienceMs = 10 * 60_000;

/** The most memory the process had, as Linux keeps it, in mebibytes; null elsewhere. */
async function peakOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kibibytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kibibytes === undefined ? null : Math.round(Number(kibibytes) / 1024);
}

async function makeAdministrator({ postgres, town }: BenchEngine): Promise<string> {
  const [person] = town.askers;
  if (!person) throw new Error('The town has nobody');
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  try {
    await client.query(
      `SELECT set_config('app.scope', 'system', false), set_config('app.municipality_id', $1, false)`,
      [town.municipalityId],
    );
    await client.query(
      `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
       VALUES ($1, gen_random_uuid(), $2, NULL, 'administrator', app_now())`,
      [town.municipalityId, person.personId],
    );
  } finally {
    await client.end();
  }
  return person.cookie;
}

async function choose(page: Page, file: string): Promise<void> {
  await page.getByRole('radio', { name: 'Leden (CSV)' }).check();
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Stuur het bestand' }).click();
}

const secondsSince = (began: number): number => rounded((performance.now() - began) / 1_000);
const appears = (page: Page, text: string): Promise<void> =>
  page.getByText(text).first().waitFor({ timeout: patienceMs });

async function refuseLarge(page: Page, folder: string): Promise<number> {
  const file = join(folder, 'groot.csv');
  await pipeline(Readable.from(['e-mail\r\n']), createWriteStream(file));
  await truncate(file, largeBytes);
  const began = performance.now();
  await choose(page, file);
  await appears(page, 'Het mag 32 MB zijn.');
  return secondsSince(began);
}

async function upload(page: Page, file: string): Promise<{ toDecision: number; toTaken: number; reportBytes: number }> {
  const began = performance.now();
  await choose(page, file);
  await appears(page, 'Kijk wat er verandert');
  const toDecision = secondsSince(began);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar het verslag (CSV)' }).click();
  const reportBytes = (await stat(await (await saving).path())).size;
  const decided = performance.now();
  await page.getByRole('button', { name: 'Neem alleen de goede rijen over' }).click();
  await appears(page, 'Het is overgenomen');
  return { toDecision, toTaken: secondsSince(decided), reportBytes };
}

const engine = await openBench({ neighbours: 10, askers: 1 });
const browser = await launchBrowser();
try {
  const cookie = await makeAdministrator(engine);
  const env = { SMTP_URL: 'smtp://127.0.0.1:9', PASSKEYS_REQUIRED: 'false' };
  const app = await engine.startApp('web,worker,relay', { env });
  const url = app.url.replace('127.0.0.1', 'localhost');
  const file = join(engine.folder, 'leden.csv');
  await pipeline(Readable.from(memberLines(engine.town.neighbourhoodCodes)), createWriteStream(file));
  const bytes = (await stat(file)).size;
  say(`assumes: ${memberRows} rows, one in a hundred without an address, ${rounded(bytes / mebibyte)} MiB, by upload`);
  const context = await browser.newContext({ baseURL: url, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
  const page = await context.newPage();
  await page.goto('/gemeente/bestanden');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const mebibytesBefore = await peakOf(app.pid);
  const secondsToRefuseLarge = await refuseLarge(page, engine.folder);
  say(`a file of ${largeBytes / mebibyte} MiB: refused after ${secondsToRefuseLarge} s`);
  const { toDecision, toTaken, reportBytes } = await upload(page, file);
  const peakMebibytes = await peakOf(app.pid);
  say(`sent and looked at: ${toDecision} s; taken over: ${toTaken} s; peak ${peakMebibytes ?? '?'} MiB`);
  say(
    JSON.stringify({
      bench: 'upload',
      rows: memberRows,
      bytes,
      secondsToDecision: toDecision,
      secondsToTaken: toTaken,
      mebibytesBefore,
      peakMebibytes,
      reportBytes,
      large: { bytes: largeBytes, secondsToRefuse: secondsToRefuseLarge },
    }),
  );
} finally {
  await browser.close();
  await engine.close();
}
