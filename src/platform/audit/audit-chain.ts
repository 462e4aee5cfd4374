import { createHash } from 'node:crypto';

/** An entry of the trail as it stands in the database, every value as text. */
export interface AuditEntry {
  readonly id: string;
  /** UTC with microseconds, as PostgreSQL keeps it. */
  readonly at: string;
  readonly act: string;
  readonly actorId: string | null;
  readonly associationId: string | null;
  readonly subjectId: string | null;
  readonly aboutId: string | null;
  readonly reason: string | null;
  readonly details: string;
}

/** One place in the chain of a municipality; the first is 1. */
export interface AuditLink {
  readonly sequence: number;
  readonly entryId: string;
  /** SHA-256 in hexadecimal over the hash before it and the entry. */
  readonly hash: string;
}

/** The end of the chain at a moment, as it was handed out of the database. */
export interface AuditHead {
  readonly municipalityId: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What stands before the first link, different for each municipality. */
export function chainStart(municipalityId: string): string {
  return sha256(`zorgzame-buurten/audit/1|${municipalityId}`);
}

/** Hash of a link: nothing of an entry can change, and none can move, without this changing too. */
export function linkHash(before: string, sequence: number, entry: AuditEntry): string {
  const { id, at, act, actorId, associationId, subjectId, aboutId, reason, details } = entry;
  return sha256(
    JSON.stringify([before, sequence, id, at, act, actorId, associationId, subjectId, aboutId, reason, details]),
  );
}

/** Puts entries behind the end of a chain. */
export function linksFor(
  municipalityId: string,
  last: AuditLink | undefined,
  entries: readonly AuditEntry[],
): AuditLink[] {
  let { sequence, hash } = last ?? { sequence: 0, hash: chainStart(municipalityId) };
  return entries.map((entry) => {
    sequence += 1;
    hash = linkHash(hash, sequence, entry);
    return { sequence, entryId: entry.id, hash };
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
