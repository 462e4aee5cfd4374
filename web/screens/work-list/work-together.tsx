import type { WorkItem } from '@app/contracts/http/work-items.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import type { useWork } from './use-work.js';
import { togetherOn, type Heap } from './work-items.js';

const texts = nlOrganisers.workList;

interface TogetherProps {
  readonly rows: readonly WorkItem[];
  readonly heap: Heap;
  readonly work: ReturnType<typeof useWork>;
}

/** What may be done with many at once: letting through whom was helped before, and ticking off with a way back. */
export function Together({ rows, heap, work }: TogetherProps) {
  const ids = rows.filter(({ bulk }) => bulk).map(({ subjectId }) => subjectId);
  const looked = togetherOn(heap, rows);
  const kind = looked[0]?.kind;
  return (
    <>
      {ids.length === 0 ? null : (
        <div class="zb-row">
          <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => void work.approveTogether(ids)}>
            {texts.bulk.offer(ids.length)}
          </ActionButton>
          <span class="zb-soft">{texts.bulk.why}</span>
        </div>
      )}
      {kind === 'welcome' || kind === 'first-match' ? (
        <div class="zb-row">
          <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => void work.finishTogether(looked)}>
            {texts.together[kind](looked.length)}
          </ActionButton>
        </div>
      ) : null}
    </>
  );
}
