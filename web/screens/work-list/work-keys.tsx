import { useState } from 'preact/hooks';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { ModalDialog } from '../../parts/modal-dialog.js';
import { useKey } from '../../parts/use-key.js';
import { keep, kept } from '../../session/kept.js';
import { rowAfter } from './work-items.js';
import { rowLinkId } from './work-table.js';

const KEPT = 'work-keys';

export interface WorkKeyActions {
  readonly take: (item: WorkItem) => void;
  readonly finish: (item: WorkItem) => void;
  readonly call: (item: WorkItem) => void;
  readonly undo: () => void;
  /** Shows what came in meanwhile. */
  readonly refresh: () => void;
  /** Closes what is open, back to its row. */
  readonly close: () => void;
}

function itemOfFocus(rows: readonly WorkItem[], openId: string | undefined): WorkItem | undefined {
  const focused = document.activeElement;
  const row = focused?.closest('tr')?.querySelector('a')?.id;
  if (row === undefined) return rows.find(({ subjectId }) => subjectId === openId);
  return rows.find(({ subjectId }) => rowLinkId(subjectId) === row);
}

function move(rows: readonly WorkItem[], from: WorkItem | undefined, step: 1 | -1): void {
  const ids = rows.map(({ subjectId }) => subjectId);
  const next = rowAfter(ids, from?.subjectId, step);
  if (next !== undefined) document.getElementById(rowLinkId(next))?.focus();
}

/** Single keys count while the focus is in the list, in what is open or nowhere yet, and never while somebody types. */
function isAtWork(): boolean {
  const focused = document.activeElement;
  if (focused === null || focused.matches('input, select, textarea')) return false;
  return focused === document.body || focused.id === 'inhoud' || focused.closest('.zb-desk, .zb-desk-news') !== null;
}

const withItem: Readonly<Record<string, 'take' | 'finish' | 'call'>> = { m: 'take', g: 'finish', b: 'call' };

/** J and K walk the list; the others act on the row that has the focus, or on what is open. Enter opens, as on any link. */
export function useWorkKeys(rows: readonly WorkItem[], openId: string | undefined, actions: WorkKeyActions) {
  const [on, setOn] = useState(() => kept(KEPT, true));
  const [explained, setExplained] = useState(false);
  useKey((event) => {
    if (!on || explained || event.ctrlKey || event.metaKey || event.altKey || !isAtWork()) return;
    const key = event.key.toLowerCase();
    const item = itemOfFocus(rows, openId);
    const act = withItem[key];
    if (key === 'j') move(rows, item, 1);
    else if (key === 'k') move(rows, item, -1);
    else if (key === '?') setExplained(true);
    else if (key === 'z') actions.undo();
    else if (key === 'n') actions.refresh();
    else if (key === 'escape' && openId !== undefined) actions.close();
    else if (act !== undefined && item !== undefined) actions[act](item);
    else return;
    event.preventDefault();
  });
  const toggle = (): void => {
    keep(KEPT, !on);
    setOn(!on);
  };
  return { on, toggle, explained, explain: setExplained };
}

const k = nlOrganisers.workList.keys;

/** Every key there is, in the list and on the pages beside it. */
function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <ModalDialog open={open} title={k.title} onClose={onClose}>
      <dl class="zb-keylist">
        {k.all.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="zb-soft">{k.hint}</p>
      <div class="zb-row">
        <ActionButton onPress={onClose}>{k.close}</ActionButton>
      </div>
    </ModalDialog>
  );
}

/** Which keys there are, and the way to switch them off. */
export function WorkKeys({ on, toggle, explained, explain }: ReturnType<typeof useWorkKeys>) {
  const link = (text: string, onPress: () => void) => (
    <button type="button" class="utrecht-link utrecht-link--html-a zb-linklike" onClick={onPress}>
      {text}
    </button>
  );
  return (
    <div class="zb-keys zb-small zb-soft" role="group" aria-label={k.title}>
      {on ? (
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {k.upDown} &nbsp; <kbd>Enter</kbd> {k.open} &nbsp; <kbd>B</kbd> {k.call} &nbsp;{' '}
          <kbd>M</kbd> {k.take} &nbsp; <kbd>G</kbd> {k.done} &nbsp; <kbd>Z</kbd> {k.undo} &nbsp; <kbd>?</kbd>{' '}
          {link(k.more, () => explain(true))} &nbsp;{' '}
        </span>
      ) : null}
      {link(on ? k.off : k.on, toggle)}
      <KeysDialog open={explained} onClose={() => explain(false)} />
    </div>
  );
}
