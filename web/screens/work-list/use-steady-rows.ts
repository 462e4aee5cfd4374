import { useEffect, useRef, useState } from 'preact/hooks';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { steadyOrder } from './work-items.js';
import { rowLinkId } from './work-table.js';

/** Somebody reads or is about to press something here: nothing may move under the finger or the focus. */
function isInUse(): boolean {
  return document.querySelector('.zb-desk:focus-within, .zb-work:hover') !== null;
}

/** The row that has the focus, if one has. */
function focusedRow(): string | undefined {
  return document.activeElement?.closest('tr')?.querySelector('a')?.id;
}

const idsOf = (items: readonly WorkItem[]): readonly string[] => items.map(({ subjectId }) => subjectId);

/**
 * Rows that do not jump: while somebody is at work here, what goes is gone, and what comes waits below a bar that says how
 * many. Else the newest order is shown at once.
 * @param view changes when another part of the list is shown, which begins anew
 */
export function useSteadyRows(items: readonly WorkItem[], view: string) {
  const [shown, setShown] = useState({ view, ids: idsOf(items) });
  const held = shown.view === view && isInUse();
  const ids = held ? steadyOrder(shown.ids, items) : idsOf(items);
  const rows = ids.flatMap((id) => items.find(({ subjectId }) => subjectId === id) ?? []);
  const order = `${view} ${ids.join(' ')}`;
  useEffect(() => setShown({ view, ids }), [order]);
  useKeepFocus(rows, order);
  return { rows, waiting: items.length - rows.length, showAll: () => setShown({ view, ids: idsOf(items) }) };
}

/** When the row with the focus goes, the one that takes its place gets it, so that keys go on where they were. */
function useKeepFocus(rows: readonly WorkItem[], order: string): void {
  const before = useRef<{ readonly link: string; readonly index: number } | undefined>(undefined);
  useEffect(() => {
    const note = (): void => {
      const link = focusedRow();
      const index = rows.findIndex(({ subjectId }) => rowLinkId(subjectId) === link);
      before.current = link === undefined ? undefined : { link, index };
    };
    document.addEventListener('focusin', note);
    const lost = before.current;
    const next = lost && rows[Math.min(lost.index, rows.length - 1)];
    if (next && document.activeElement === document.body && document.getElementById(lost.link) === null) {
      document.getElementById(rowLinkId(next.subjectId))?.focus();
    }
    return () => document.removeEventListener('focusin', note);
  }, [order]);
}
