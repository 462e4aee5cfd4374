import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { usePage } from '../../parts/use-page.js';
import { capital, durationText, windowText } from '../../time/time-texts.js';
import type { Edit } from './edit-changes.js';
import { RequestFacts } from './request-facts.js';
import { editTexts } from './whose-request.js';

interface StaleEditProps {
  readonly current: HelpRequestView;
  readonly edit: Edit;
  readonly now: number;
  readonly busy: boolean;
  readonly onKeep: () => void;
}

/** What somebody meant to change, in words. */
function Wanted({ current, edit, now }: Pick<StaleEditProps, 'current' | 'edit' | 'now'>) {
  const lines = [
    edit.summary,
    edit.window === undefined ? undefined : capital(windowText(edit.window, current.urgency, now)),
    edit.expectedMinutes === undefined ? undefined : t.request.about(durationText(edit.expectedMinutes)),
    edit.address,
  ].filter((line) => line !== undefined);
  return (
    <ul class="zb-bullets">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The request changed under somebody's hands: both versions side by side, and nothing is lost or overwritten unasked. */
export function StaleEdit({ current, edit, now, busy, onKeep }: StaleEditProps) {
  const { staleTitle, staleText, closedText } = editTexts(current);
  usePage(staleTitle);
  const mayStill = current.actions.includes('edit');
  return (
    <div class="zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs zb-measure" role="alert">
        <h1 class="utrecht-heading-1">{staleTitle}</h1>
        <p>{staleText}</p>
      </div>
      <div class="zb-cols zb-cols--2">
        <section class="zb-card zb-flow" aria-labelledby="stale-now">
          <h2 class="utrecht-heading-2" id="stale-now">
            {t.request.edit.staleNow}
          </h2>
          <RequestFacts request={current} now={now} />
        </section>
        <section class="zb-card zb-card--quiet zb-flow" aria-labelledby="stale-yours">
          <h2 class="utrecht-heading-2" id="stale-yours">
            {t.request.edit.staleYours}
          </h2>
          <Wanted current={current} edit={edit} now={now} />
        </section>
      </div>
      {mayStill ? null : <p>{closedText}</p>}
      <div class="zb-row">
        {mayStill ? (
          <ActionButton busy={busy} onPress={onKeep}>
            {t.request.edit.staleKeep}
          </ActionButton>
        ) : null}
        <ActionLink kind="secondary-action" href={`/vragen/${current.id}`}>
          {t.request.edit.staleLeave}
        </ActionLink>
      </div>
    </div>
  );
}
