import { useEffect } from 'preact/hooks';
import type { MonitorAlertView } from '@app/contracts/http/monitor-alerts.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { alertTriangle } from '../../parts/icons.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { useHints } from '../../realtime/use-hints.js';
import { shortMomentText } from '../../time/time-texts.js';
import { quarterText } from './figures.js';

const texts = nlOrganisers.monitor.alerts;
/** Answers of neighbours change what is known of them at any moment, and hint nobody. */
const REFRESH_EVERY = 60_000;

function textOf(alert: MonitorAlertView, municipality: string): string {
  const { kind, verdict, isOver } = alert;
  if (kind === 'calibration') return texts.calibration[verdict ?? 'off'];
  const where = alert.place ?? municipality;
  const quarter = quarterText(alert.quarter);
  if (kind === 'over-asked') {
    const asks = nlOrganisers.monitor.figures.decimal(alert.now ?? 0);
    return isOver ? texts.over[kind](where, asks, quarter) : texts[kind](where, asks);
  }
  const [before, now] = [texts.share(alert.before ?? 0), texts.share(alert.now ?? 0)];
  return isOver ? texts.over[kind](where, before, now, quarter) : texts[kind](where, before, now);
}

interface ItemProps {
  readonly alert: MonitorAlertView;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly onChange: () => void;
}

function Item({ alert, municipality, onChange }: ItemProps) {
  const now = useNow();
  const { busy, failure, run } = useCommand();
  const said = textOf(alert, municipality.name);
  const take = async (): Promise<void> => {
    const body = { key: alert.key };
    const done = await run(() => call('acknowledgeAlert', { id: municipality.code, body }));
    if (done !== undefined) onChange();
  };
  const { acknowledged } = alert;
  return (
    <li class="zb-flow zb-flow--xs">
      <p>
        <strong>{said}</strong>
      </p>
      <p>{alert.kind === 'fill-drops' && alert.place === null ? texts.todoEverywhere : texts.todo[alert.kind]}</p>
      <CommandFailure failure={failure} />
      {acknowledged === null ? (
        <div class="no-print">
          <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void take()}>
            <span aria-hidden="true">{texts.take}</span>
            <span class="zb-hidden">{texts.takeOf(said)}</span>
          </ActionButton>
        </div>
      ) : (
        <p class="zb-soft">
          {texts.taken(acknowledged.by ?? texts.gone, shortMomentText(Date.parse(acknowledged.at), now))}
        </p>
      )}
    </li>
  );
}

/** What somebody should look at now, what to do, and who does. */
export function Alerts({ municipality }: { municipality: { readonly code: string; readonly name: string } }) {
  const { data, reload } = useLoaded(`alerts ${municipality.code}`, () =>
    call('listMonitorAlerts', { id: municipality.code }),
  );
  useHints('monitor.changed', reload, reload);
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_EVERY);
    return () => clearInterval(timer);
  }, [reload]);
  if (data === undefined) return null;
  if (data.alerts.length === 0) return <p role="status">{texts.none}</p>;
  return (
    <Alert live kind="warning" drawing={alertTriangle}>
      <div class="zb-flow zb-flow--s">
        <h2 class="utrecht-heading-3">{texts.title}</h2>
        <ul class="zb-list-plain zb-flow">
          {data.alerts.map((alert) => (
            <Item key={alert.key} alert={alert} municipality={municipality} onChange={reload} />
          ))}
        </ul>
      </div>
    </Alert>
  );
}
