import { useEffect, useState } from 'preact/hooks';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { TooLate } from '../../parts/too-late.js';
import { toldNews } from '../../session/told-news.js';
import type { useWork } from './use-work.js';

interface NewsProps {
  readonly work: ReturnType<typeof useWork>;
  /** How much came in that is not shown yet. */
  readonly waiting: number;
  readonly onShow: () => void;
}

/** What was done on the page that the reader comes from; said once. */
function useToldNews(): string | undefined {
  const [told] = useState(() => toldNews.peek());
  useEffect(() => {
    toldNews.value = undefined;
  }, []);
  return told;
}

/** What was just done with its way back, who was first, and what came in meanwhile. */
export function WorkNews({ work, waiting, onShow }: NewsProps) {
  const told = useToldNews();
  const { news, lateId, failure } = work;
  const texts = nlOrganisers.workList;
  const text = news?.text ?? told;
  return (
    <div class="zb-desk-news zb-flow zb-flow--xs">
      {lateId === undefined ? (
        <CommandFailure failure={failure} />
      ) : (
        <TooLate key={lateId} id={lateId} words="" onRead={work.readLate} />
      )}
      <div role="status" class="zb-row">
        {text === undefined ? null : <p>{text}</p>}
        {(news?.undo ?? []).length === 0 ? null : (
          <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => void work.undo()}>
            {texts.undo.press}
          </ActionButton>
        )}
      </div>
      <div role="status" class="zb-row">
        {waiting === 0 ? null : (
          <>
            <p>{texts.arrived(waiting)}</p>
            <ActionButton kind="secondary-action" sizes={['dense']} onPress={onShow}>
              {texts.showArrived}
            </ActionButton>
          </>
        )}
      </div>
    </div>
  );
}
