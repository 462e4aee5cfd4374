import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { AuditHead } from '../platform/audit/audit-chain.js';
import { AuditTrailStore } from '../platform/audit/audit-trail.store.js';
import { verifyChain, type AuditFault } from '../platform/audit/verify-chain.js';
import { asSystem } from '../platform/database/tenancy.js';
import { AdministrationError } from './administration-error.js';
import { explain } from './explain.js';
import { withInstallation } from './installation.js';

// Checks the audit trail of every municipality against the exported heads: npm run audit:verify
const nobody = '00000000-0000-0000-0000-000000000000';
const headSchema = z.object({
  municipalityId: z.uuid(),
  day: z.string(),
  sequence: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

const inWords: Record<AuditFault['kind'], string> = {
  changed: 'was changed, or changed places with another',
  deleted: 'was deleted',
  missing: 'is not there',
  cut: 'and all after it were cut off, although their head was exported',
  rewritten: 'or one before it was chained anew after its head was exported',
  unchained: 'was added without being chained',
};

function headsFile(): string {
  const { values } = parseArgs({ options: { heads: { type: 'string' } } });
  const { AUDIT_HEADS_FILE: set, DATA_DIR: folder } = process.env;
  return values.heads ?? (set || join(folder || '.data', 'audit-heads.jsonl'));
}

async function readHeads(path: string): Promise<AuditHead[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new AdministrationError([
      `${path}: cannot be read. Give the exported heads: npm run audit:verify -- --heads <file>`,
    ]);
  });
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const head = headSchema.safeParse(parsed(line));
      if (!head.success) throw new AdministrationError([`${path}, line ${index + 1}: is not an exported head.`]);
      return head.data;
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function lineOf({ kind, sequence, entryId }: AuditFault): string {
  const which = [sequence === null ? '' : `row ${sequence}`, entryId === null ? '' : `entry ${entryId}`];
  return `  ${which.filter((part) => part !== '').join(', ')} ${inWords[kind]}`;
}

async function run(): Promise<void> {
  const heads = await readHeads(headsFile());
  await withInstallation(process.env, async ({ unitOfWork }) => {
    const store = new AuditTrailStore();
    const municipalities = await unitOfWork.run(asSystem(nobody), (tx) =>
      tx.query<{ id: string; name: string }>('SELECT id, name FROM municipality ORDER BY code'),
    );
    for (const { id, name } of municipalities) {
      const trail = await unitOfWork.run(asSystem(id), (tx) => store.read(tx));
      const own = heads.filter(({ municipalityId }) => municipalityId === id);
      const faults = verifyChain(trail, own);
      const judged = faults.length === 0 ? 'nothing was changed' : `${faults.length} faults`;
      process.stdout.write(`${name}: ${trail.links.length} rows, ${own.length} exported heads, ${judged}\n`);
      for (const fault of faults) process.stdout.write(`${lineOf(fault)}\n`);
      if (faults.length > 0) process.exitCode = 1;
    }
  });
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${explain(error as Error)}\n`);
  process.exitCode = 1;
}
