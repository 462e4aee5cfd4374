/**
 * Invites the people of a file of 100,000 rows of which 1% is broken: first as it is, which changes nothing, then only its
 * good rows, then the same again, which finds everybody known.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { importMembers, type MembersReport } from '@app/features/associations/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { withInstallation, type Installation } from '../../src/administration/installation.js';
import { openBench, say } from './bench-engine.js';
import { rounded } from './figures.js';
import { brokenEvery, memberLines, memberRows } from './member-lines.js';

const mebibyte = 1024 * 1024;

interface Measured extends MembersReport {
  readonly seconds: number;
  readonly peakMebibytes: number;
  readonly reportBytes: number;
}

async function measure(
  { unitOfWork, registerMany }: Installation,
  municipalityId: string,
  file: string,
  onlyGoodRows: boolean,
): Promise<Measured> {
  const reportFile = `${file}.fouten.csv`;
  const faults = createWriteStream(reportFile);
  let peak = 0;
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const began = performance.now();
  const report = await unitOfWork.run(asSystem(municipalityId), (tx) =>
    importMembers(tx, registerMany, () => createReadStream(file), {
      associationId: null,
      onlyGoodRows,
      onFault: (line, { column, problem }) => void faults.write(`${line};${column};${problem}\r\n`),
    }),
  );
  const seconds = rounded((performance.now() - began) / 1_000);
  clearInterval(watching);
  faults.end();
  await finished(faults);
  const reportBytes = (await stat(reportFile)).size;
  return { ...report, seconds, peakMebibytes: Math.round(peak / mebibyte), reportBytes };
}

const engine = await openBench({ neighbours: 10, askers: 1 });
const file = join(engine.folder, 'leden.csv');
try {
  const { municipalityId, neighbourhoodCodes } = engine.town;
  await pipeline(Readable.from(memberLines(neighbourhoodCodes)), createWriteStream(file));
  const bytes = (await stat(file)).size;
  say(`assumes: ${memberRows} rows, one in ${brokenEvery} without an address, ${rounded(bytes / mebibyte)} MiB`);
  const variables = { DATABASE_URL: engine.postgres.ownerUrl, ENCRYPTION_KEY: randomBytes(32).toString('base64') };
  await withInstallation(variables, async (installation) => {
    const before = Math.round(process.memoryUsage.rss() / mebibyte);
    const take = (onlyGoodRows: boolean) => measure(installation, municipalityId, file, onlyGoodRows);
    const [asItIs, goodRows, again] = [await take(false), await take(true), await take(true)];
    for (const [what, { seconds, invited, known, wrong }] of Object.entries({ asItIs, goodRows, again })) {
      say(`${what}: ${seconds} s, ${invited} invited, ${known} known, ${wrong} wrong`);
    }
    say(JSON.stringify({ bench: 'import', rows: memberRows, bytes, mebibytesBefore: before, asItIs, goodRows, again }));
  });
} finally {
  await rm(file, { force: true });
  await engine.close();
}
