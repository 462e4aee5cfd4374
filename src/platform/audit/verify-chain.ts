import { chainStart, linkHash, type AuditEntry, type AuditHead, type AuditLink } from './audit-chain.js';

/** What is wrong, and with which row: the sequence in the chain and, where it is known, the entry. */
export interface AuditFault {
  /**
   * `changed`: an entry or its link is not what was chained, also when two changed places; `deleted`: a link without its
   * entry; `missing`: a number that is not there; `cut`: the trail ends before an exported head; `rewritten`: chained anew
   * since a head was exported; `unchained`: an entry that never came into the chain.
   */
  readonly kind: 'changed' | 'deleted' | 'missing' | 'cut' | 'rewritten' | 'unchained';
  readonly sequence: number | null;
  readonly entryId: string | null;
}

export interface AuditTrail {
  readonly municipalityId: string;
  readonly entries: readonly AuditEntry[];
  readonly links: readonly AuditLink[];
  /** Entries that still wait for the writer of the chain. */
  readonly pendingIds: ReadonlySet<string>;
}

/** Checks a trail against the heads that were exported from it; trusts the heads and nothing else. Empty: all is well. */
export function verifyChain(trail: AuditTrail, heads: readonly AuditHead[]): AuditFault[] {
  const entries = new Map(trail.entries.map((entry) => [entry.id, entry]));
  const links = trail.links.toSorted((a, b) => a.sequence - b.sequence);
  return [
    ...faultsOfLinks(trail.municipalityId, links, entries),
    ...faultsOfHeads(trail.municipalityId, links, heads),
    ...faultsOfLooseEntries(trail, links),
  ];
}

function faultsOfLinks(
  municipalityId: string,
  links: readonly AuditLink[],
  entries: ReadonlyMap<string, AuditEntry>,
): AuditFault[] {
  const faults: AuditFault[] = [];
  let expected = 1;
  let before = chainStart(municipalityId);
  for (const { sequence, entryId, hash } of links) {
    for (; expected < sequence; expected += 1) faults.push({ kind: 'missing', sequence: expected, entryId: null });
    const entry = entries.get(entryId);
    if (!entry) faults.push({ kind: 'deleted', sequence, entryId });
    else if (linkHash(before, sequence, entry) !== hash) faults.push({ kind: 'changed', sequence, entryId });
    // Goes on from what is stored, so that one wrong row is named and not every row after it.
    before = hash;
    expected = sequence + 1;
  }
  return faults;
}

function faultsOfHeads(municipalityId: string, links: readonly AuditLink[], heads: readonly AuditHead[]): AuditFault[] {
  const bySequence = new Map(links.map((link) => [link.sequence, link]));
  const last = links.at(-1)?.sequence ?? 0;
  return heads
    .filter((head) => head.municipalityId === municipalityId)
    .flatMap(({ sequence, hash }): AuditFault[] => {
      if (sequence > last) return [{ kind: 'cut', sequence: last + 1, entryId: null }];
      const link = bySequence.get(sequence);
      return link && link.hash !== hash ? [{ kind: 'rewritten', sequence, entryId: link.entryId }] : [];
    });
}

function faultsOfLooseEntries({ entries, pendingIds }: AuditTrail, links: readonly AuditLink[]): AuditFault[] {
  const chained = new Set(links.map(({ entryId }) => entryId));
  return entries
    .filter(({ id }) => !chained.has(id) && !pendingIds.has(id))
    .map(({ id }) => ({ kind: 'unchained', sequence: null, entryId: id }));
}
