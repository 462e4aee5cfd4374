import { useState } from 'preact/hooks';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { useKey } from '../../parts/use-key.js';
import { keep, kept } from '../../session/kept.js';
import { rowAfter } from './work-items.js';
import { rowLinkId } from './work-table.js';

const KEPT = 'work-keys';

export interface WorkKeyActions {
  readonly take: (item: WorkItem) => void;
  readonly finish: (item: WorkItem) => void;
  readonly call: (item: WorkItem) => void;
}

function rowOfFocus(rows: readonly WorkItem[]): WorkItem | undefined {
  const focused = document.activeElement?.closest('tr')?.querySelector('a')?.id;
  return rows.find(({ subjectId }) => rowLinkId(subjectId) === focused);
}

function move(rows: readonly WorkItem[], step: 1 | -1): void {
  const ids = rows.map(({ subjectId }) => subjectId);
  const next = rowAfter(ids, rowOfFocus(rows)?.subjectId, step);
  if (next !== undefined) document.getElementById(rowLinkId(next))?.focus();
}

/** Single keys count only while the focus is in the list, so that they never disturb somebody who dictates or types. */
function isInList(): boolean {
  const focused = document.activeElement;
  return focused !== null && (focused.closest('.zb-work') !== null || focused.id === 'inhoud');
}

/** J and K walk the list; the others act on the row that has the focus. Enter opens, as on any link. */
export function useWorkKeys(rows: readonly WorkItem[], actions: WorkKeyActions) {
  const [on, setOn] = useState(() => kept(KEPT, true));
  useKey((event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || !isInList()) return;
    const key = event.key.toLowerCase();
    const item = rowOfFocus(rows);
    if (key === 'j') move(rows, 1);
    else if (key === 'k') move(rows, -1);
    else if (item === undefined) return;
    else if (key === 'm') actions.take(item);
    else if (key === 'g') actions.finish(item);
    else if (key === 'b') actions.call(item);
    else return;
    event.preventDefault();
  });
  const toggle = (): void => {
    keep(KEPT, !on);
    setOn(!on);
  };
  return { on, toggle };
}

/** Which keys there are, and the way to switch them off. */
export function WorkKeys({ on, onToggle }: { on: boolean; onToggle: () => void }) {
  const k = nlOrganisers.workList.keys;
  return (
    <p class="zb-keys zb-small zb-soft" aria-label={k.title}>
      {on ? (
        <span title={k.hint}>
          <kbd>J</kbd> <kbd>K</kbd> {k.upDown} &nbsp; <kbd>Enter</kbd> {k.open} &nbsp; <kbd>B</kbd> {k.call} &nbsp;{' '}
          <kbd>M</kbd> {k.take} &nbsp; <kbd>G</kbd> {k.done} &nbsp;{' '}
        </span>
      ) : null}
      <button type="button" class="utrecht-link utrecht-link--html-a zb-linklike" onClick={onToggle}>
        {on ? k.off : k.on}
      </button>
    </p>
  );
}
