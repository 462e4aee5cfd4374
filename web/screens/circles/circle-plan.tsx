import { useState } from 'preact/hooks';
import type { CircleView, SeriesView } from '@app/contracts/http/circle-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CategoryIcon } from '../../parts/category-icon.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { circleCheck } from '../../parts/icons.js';
import { ruleText } from '../../parts/rule-text.js';
import { useCommand } from '../../parts/use-command.js';
import { fullDayText } from '../../time/time-texts.js';
import { SeriesFields } from './series-fields.js';

function SeriesRow({ series, onStop }: { series: SeriesView; onStop: () => void }) {
  const title = t.categories.names[series.category].title;
  return (
    <li class="zb-item">
      <span class="zb-item__icon">
        <CategoryIcon category={series.category} />
      </span>
      <div class="zb-row zb-item__head">
        <h3 class="utrecht-heading-3">{title}</h3>
      </div>
      <p class="zb-item__meta">
        <span>{ruleText(series)}</span>
        <span>{t.circles.plan.untilDay(fullDayText(series.untilDay))}</span>
        {series.summary === null ? null : <span>{series.summary}</span>}
      </p>
      <div class="zb-item__act">
        <ActionButton kind="subtle" sizes={['dense']} onPress={onStop}>
          {t.circles.plan.stop}
          <span class="zb-hidden">: {title}</span>
        </ActionButton>
      </div>
    </li>
  );
}

function Repeating({ circle, onChange }: { circle: CircleView; onChange: () => void }) {
  const [stopping, setStopping] = useState<SeriesView>();
  const { busy, failure, run } = useCommand();
  const words = t.circles.plan;
  const stop = async (): Promise<void> => {
    if (stopping === undefined) return;
    await run(() => call('endCircleSeries', { id: stopping.id }));
    setStopping(undefined);
    onChange();
  };
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="now">
      <h2 class="utrecht-heading-2" id="now">
        {words.now}
      </h2>
      <CommandFailure failure={failure} />
      {circle.series.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="zb-list">
          {circle.series.map((series) => (
            <SeriesRow key={series.id} series={series} onStop={() => setStopping(series)} />
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={stopping !== undefined}
        title={words.stopTitle}
        text={words.stopText}
        yes={words.stopYes}
        busy={busy}
        onYes={() => void stop()}
        onClose={() => setStopping(undefined)}
      />
    </section>
  );
}

/** What repeats, and adding to it. */
export function CirclePlan({ circle, onChange }: { circle: CircleView; onChange: () => void }) {
  const [turns, setTurns] = useState<number>();
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <div role="status">
        {turns === undefined ? null : (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{t.circles.plan.added(turns)}</p>
          </Alert>
        )}
      </div>
      <Repeating circle={circle} onChange={onChange} />
      <section class="zb-card zb-flow" aria-labelledby="add">
        <h2 class="utrecht-heading-2" id="add">
          {t.circles.plan.add}
        </h2>
        <SeriesFields
          key={turns ?? 0}
          circleId={circle.id}
          onAdded={(added) => {
            setTurns(added);
            onChange();
          }}
        />
      </section>
    </div>
  );
}
