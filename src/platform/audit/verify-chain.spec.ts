import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linksFor, type AuditEntry, type AuditHead } from './audit-chain.js';
import { verifyChain, type AuditTrail } from './verify-chain.js';

const municipalityId = '0198c5b2-0000-7000-8000-000000000000';
const idOf = (index: number): string => `0198c5b2-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** A trail of which the head was exported at the end and now and then before. */
function sound(size: number): { trail: AuditTrail; heads: AuditHead[] } {
  const entries = Array.from({ length: size }, (_unused, index): AuditEntry => ({
    id: idOf(index + 1),
    at: `2026-11-24T13:${String(index % 60).padStart(2, '0')}:00.000001Z`,
    act: 'contact-viewed',
    actorId: idOf(900_000 + (index % 3)),
    associationId: null,
    subjectId: idOf(800_000 + index),
    aboutId: null,
    reason: index % 2 === 0 ? 'call-about-request' : 'arrange-help',
    details: `{"phone":"${index}"}`,
  }));
  const links = linksFor(municipalityId, undefined, entries);
  const heads = [Math.ceil(size / 3), size].map((sequence) => ({
    municipalityId,
    sequence,
    hash: links[sequence - 1]!.hash,
  }));
  return { trail: { municipalityId, entries, links, pendingIds: new Set() }, heads };
}

const fields = ['at', 'act', 'actorId', 'associationId', 'subjectId', 'aboutId', 'reason', 'details'] as const;

type Tampering = (trail: AuditTrail, at: number, other: number) => AuditTrail;

const changeEntry: Tampering = (trail, at, other) => {
  const field = fields[other % fields.length]!;
  return {
    ...trail,
    entries: trail.entries.map((entry, index) => (index === at ? { ...entry, [field]: `${entry[field]}x` } : entry)),
  };
};
const deleteEntry: Tampering = (trail, at) => ({
  ...trail,
  entries: trail.entries.filter((_entry, index) => index !== at),
});
const chainedAnew = (trail: AuditTrail): AuditTrail => ({
  ...trail,
  links: linksFor(municipalityId, undefined, trail.entries),
});
const swapped = <T>(list: readonly T[], at: number, other: number): T[] =>
  list.map((_item, index) => list[index === at ? other : index === other ? at : index]!);

/** What somebody with the whole database, but not the exported heads, might do to row `at` (and `other`). */
const edits = {
  changeEntry,
  deleteEntry,
  changeLink: (trail, at) => ({
    ...trail,
    links: trail.links.map((link, index) =>
      index === at ? { ...link, hash: link.hash.replace(/^./, (first) => (first === '0' ? '1' : '0')) } : link,
    ),
  }),
  deleteRow: (trail, at) => ({
    ...deleteEntry(trail, at, at),
    links: trail.links.filter((_link, index) => index !== at),
  }),
  swapEntries: (trail, at, other) => ({
    ...trail,
    entries: swapped(trail.entries, at, other).map((entry, index) => ({ ...entry, id: idOf(index + 1) })),
  }),
  swapLinks: (trail, at, other) => ({
    ...trail,
    links: swapped(trail.links, at, other).map((link, index) => ({ ...link, sequence: index + 1 })),
  }),
  cutTail: (trail, at) => ({ ...trail, entries: trail.entries.slice(0, at), links: trail.links.slice(0, at) }),
  addEntry: (trail, at) => ({ ...trail, entries: [...trail.entries, { ...trail.entries[at]!, id: idOf(700_000) }] }),
  /** Changes a row and chains everything anew, as one can who knows how. */
  changeAndRechain: (trail, at, other) => chainedAnew(changeEntry(trail, at, other)),
  deleteAndRechain: (trail, at) => chainedAnew(deleteEntry(trail, at, at)),
} satisfies Record<string, Tampering>;

type Edit = keyof typeof edits;
const kinds = Object.keys(edits) as Edit[];

describe('the check of the audit trail', () => {
  it.each([0, 1, 2, 50])('finds nothing wrong with a sound trail of %i rows', (size) => {
    const { trail, heads } = size === 0 ? { ...sound(1), heads: [] } : sound(size);
    expect(verifyChain(trail, heads)).toStrictEqual([]);
  });

  it('finds each of 1,000 random edits', () => {
    const found = new Map<Edit, number>(kinds.map((kind) => [kind, 0]));
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.constantFrom(...kinds),
        fc.nat(),
        fc.nat(),
        (size, kind, first, second) => {
          const { trail, heads } = sound(size);
          const at = first % size;
          // Another row than the first: swapping a row with itself is no edit.
          const other = (at + 1 + (second % (size - 1))) % size;
          const faults = verifyChain(edits[kind](trail, at, other), heads);
          expect(faults.length).toBeGreaterThan(0);
          found.set(kind, (found.get(kind) ?? 0) + 1);
        },
      ),
      { numRuns: 1_000 },
    );
    expect([...found.values()].every((times) => times > 20)).toBe(true);
    expect([...found.values()].reduce((sum, times) => sum + times, 0)).toBe(1_000);
  });

  it('names the row', () => {
    const { trail, heads } = sound(9);
    const at = (kind: Edit): unknown => verifyChain(edits[kind](trail, 4, 6), heads);
    expect(at('changeEntry')).toStrictEqual([{ kind: 'changed', sequence: 5, entryId: idOf(5) }]);
    expect(at('deleteEntry')).toStrictEqual([{ kind: 'deleted', sequence: 5, entryId: idOf(5) }]);
    expect(at('deleteRow')).toStrictEqual([
      { kind: 'missing', sequence: 5, entryId: null },
      { kind: 'changed', sequence: 6, entryId: idOf(6) },
    ]);
    expect(at('swapEntries')).toStrictEqual([
      { kind: 'changed', sequence: 5, entryId: idOf(5) },
      { kind: 'changed', sequence: 7, entryId: idOf(7) },
    ]);
    expect(at('cutTail')).toStrictEqual([{ kind: 'cut', sequence: 5, entryId: null }]);
    expect(at('addEntry')).toStrictEqual([{ kind: 'unchained', sequence: null, entryId: idOf(700_000) }]);
    // Chained anew, only the heads know; the first that differs says before which row it happened.
    expect(at('changeAndRechain')).toStrictEqual([{ kind: 'rewritten', sequence: 9, entryId: idOf(9) }]);
  });

  it('leaves alone what still waits to be chained, and heads of another municipality', () => {
    const { trail, heads } = sound(3);
    const waiting = { ...trail.entries[0]!, id: idOf(4) };
    const foreign = { municipalityId: idOf(1), sequence: 99, hash: 'f'.repeat(64) };
    expect(
      verifyChain({ ...trail, entries: [...trail.entries, waiting], pendingIds: new Set([waiting.id]) }, [
        ...heads,
        foreign,
      ]),
    ).toStrictEqual([]);
  });
});
