import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { infoCircle } from '../../parts/icons.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

interface BurdenNoteProps {
  /** Until when nobody asks; null when there is nothing to say. */
  readonly until: string | null;
  readonly busy: boolean;
  readonly onAskAnyway: () => void;
}

/** Tells who asks for much help that nobody asks them now, and lets them have it otherwise. */
export function BurdenNote({ until, busy, onAskAnyway }: BurdenNoteProps) {
  if (until === null) return null;
  const { title, text, anyway } = t.myHelp.burden;
  return (
    <Alert kind="info" drawing={infoCircle}>
      <div class="zb-flow zb-flow--s">
        <h2 class="utrecht-heading-3">{title}</h2>
        <p>{text(fullDayText(wallTimeOf(Date.parse(until)).day))}</p>
        <div>
          <ActionButton kind="secondary-action" busy={busy} onPress={onAskAnyway}>
            {anyway}
          </ActionButton>
        </div>
      </div>
    </Alert>
  );
}
