import { createHash } from 'node:crypto';
import type { RegisterMany } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { readAreaMap } from '../area-map.js';
import { ImportFault } from './import-fault.js';
import { readMembersFile, type MemberRow, type RowFault, type Source } from './members-file.js';

const batchSize = 500;

export interface MembersImport {
  /** The organisation that invites; null: the one that looks after the neighbourhood of each row. */
  readonly associationId: string | null;
  /** Leave out rows with a fault instead of refusing the file. */
  readonly onlyGoodRows: boolean;
  /** Hears of each fault as it is found, by line. */
  readonly onFault: (line: number, fault: RowFault) => void;
  /** Hears now and then how many rows were done; what it throws ends the import. */
  readonly onProgress?: (rows: number) => Promise<void>;
}

export interface MembersReport {
  readonly rows: number;
  readonly invited: number;
  /** Known already: nothing was changed about them, and nothing is sent. */
  readonly known: number;
  readonly wrong: number;
  /** False when faults kept the whole file out. */
  readonly applied: boolean;
}

interface Invited extends MemberRow {
  readonly associationId: string;
}

/**
 * Invites the people in a file. Nobody is enrolled as willing: each says so, or does not, after the invitation. All of it
 * or nothing, and doing it twice changes nothing. Memory does not grow with the file, apart from one short mark a row.
 * @throws ImportFault when it is no such file
 */
export async function importMembers(
  tx: Transaction,
  people: RegisterMany,
  open: Source,
  options: MembersImport,
): Promise<MembersReport> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 14))', [tx.tenancy.municipalityId]);
  const ownerOf = await ownersIn(tx, options.associationId);
  const counts = { rows: 0, invited: 0, known: 0, wrong: 0 };
  const good = goodRows(open, ownerOf, options, counts);
  // Looked at as a whole before anything is written: a fault may be the last row.
  if (!options.onlyGoodRows) {
    await drained(good);
    if (counts.wrong > 0) return { ...counts, applied: false };
    Object.assign(counts, { rows: 0 });
  }
  const silent = { ...options, onFault: () => undefined };
  const rows = options.onlyGoodRows ? good : goodRows(open, ownerOf, silent, counts);
  for await (const batch of batches(rows)) {
    const ids = await people.run(tx, batch);
    const invited = batch.flatMap((row, index) => {
      const id = ids[index];
      return id ? [{ id, associationId: row.associationId }] : [];
    });
    await invite(tx, invited);
    counts.invited += invited.length;
    counts.known += batch.length - invited.length;
  }
  return { ...counts, applied: true };
}

/**
 * Looks what importing the good rows of a file would do; changes nothing.
 * @throws ImportFault when it is no such file
 */
export async function checkMembers(
  tx: Transaction,
  people: RegisterMany,
  open: Source,
  options: Omit<MembersImport, 'onlyGoodRows'>,
): Promise<MembersReport> {
  const ownerOf = await ownersIn(tx, options.associationId);
  const counts = { rows: 0, invited: 0, known: 0, wrong: 0 };
  for await (const batch of batches(goodRows(open, ownerOf, options, counts))) {
    const known = await people.countKnown(tx, batch);
    counts.known += known;
    counts.invited += batch.length - known;
  }
  return { ...counts, applied: false };
}

type OwnerOf = (row: MemberRow) => string | null;

/** @throws ImportFault when the organisation that invites is not of this municipality */
async function ownersIn(tx: Transaction, associationId: string | null): Promise<OwnerOf> {
  const { areas, owners, desk } = await readAreaMap(tx);
  if (associationId !== null) {
    if (!owners.has(associationId))
      throw new ImportFault(['De organisatie die uitnodigt hoort niet bij deze gemeente.']);
    return ({ neighbourhoodCode: code }) => (code === null || areas.has(code) ? associationId : null);
  }
  return ({ neighbourhoodCode: code }) => {
    const area = code === null ? undefined : areas.get(code);
    return area ? (area.associationId ?? desk?.organisationId ?? null) : null;
  };
}

async function* goodRows(
  open: Source,
  ownerOf: OwnerOf,
  { onFault, onProgress }: Omit<MembersImport, 'onlyGoodRows'>,
  counts: { rows: number; wrong: number },
): AsyncGenerator<Invited> {
  const seen = new Set<string>();
  for await (const { line, row, faults } of readMembersFile(open)) {
    counts.rows += 1;
    if (counts.rows % 1_000 === 0) await onProgress?.(counts.rows);
    const fault = row && faultOf(row, seen, ownerOf(row));
    const all = fault ? [fault] : faults;
    for (const one of all) onFault(line, one);
    if (all.length > 0) counts.wrong += 1;
    else if (row) yield { ...row, associationId: ownerOf(row) ?? '' };
  }
}

function faultOf(row: MemberRow, seen: Set<string>, owner: string | null): RowFault | null {
  if (owner === null) {
    return row.neighbourhoodCode === null
      ? { column: 'buurtcode', problem: 'Hier ontbreekt een buurtcode.' }
      : { column: 'buurtcode', problem: 'Deze buurt hoort niet bij de gemeente.' };
  }
  const mark = createHash('sha256').update(row.email.trim().toLowerCase()).digest('base64').slice(0, 16);
  if (seen.has(mark)) return { column: 'e-mail', problem: 'Dit e-mailadres staat eerder in het bestand.' };
  seen.add(mark);
  return null;
}

async function drained(rows: AsyncIterator<Invited>): Promise<void> {
  while ((await rows.next()).done !== true);
}

async function* batches(rows: AsyncIterable<Invited>): AsyncGenerator<Invited[]> {
  let batch: Invited[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function invite(tx: Transaction, invited: readonly { id: string; associationId: string }[]): Promise<void> {
  await tx.query(
    `INSERT INTO member_invitation (municipality_id, person_id, association_id, invited_at)
     SELECT $1, person, association, app_now() FROM unnest($2::uuid[], $3::uuid[]) AS i(person, association)`,
    [tx.tenancy.municipalityId, invited.map(({ id }) => id), invited.map(({ associationId }) => associationId)],
  );
}
