import { useRef, useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { Icon } from '../../parts/icon.js';
import { calendarPlus } from '../../parts/icons.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

/** The address, once: to copy by a button or by hand. */
function SecretLink({ url }: { url: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Without leave to use the clipboard the address is selected, ready to be copied by hand.
    }
  };
  return (
    <div class="zb-field">
      <label class="utrecht-form-label" for="calendar-link">
        {t.calendar.field}
      </label>
      <p class="zb-soft zb-small" id="calendar-link-hint">
        {t.calendar.hint}
      </p>
      <input
        class="utrecht-textbox utrecht-textbox--html-input zb-input--full"
        id="calendar-link"
        ref={field}
        readOnly
        value={url}
        aria-describedby="calendar-link-hint"
      />
      <div>
        <ActionButton kind="secondary-action" onPress={() => void copy()}>
          {t.calendar.copy}
        </ActionButton>
      </div>
      <p role="status">{copied ? t.calendar.copied : ''}</p>
    </div>
  );
}

/** A secret address for the calendar on one's own telephone, made and stopped here. */
export function CalendarFeed() {
  const { data, reload } = useLoaded('calendar-feed', () => call('getCalendarFeed'));
  const { busy, failure, run } = useCommand();
  const [url, setUrl] = useState<string>();
  const [stopped, setStopped] = useState(false);
  const createdAt = data?.createdAt ?? null;

  const make = async (): Promise<void> => {
    const made = await run(() => call('makeCalendarFeed'));
    if (made === undefined) return;
    setStopped(false);
    setUrl(made.data.url);
    reload();
  };
  const stop = async (): Promise<void> => {
    const done = await run(() => call('endCalendarFeed'));
    if (done === undefined) return;
    setUrl(undefined);
    setStopped(true);
    reload();
  };

  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--s zb-measure" aria-labelledby="calendar-feed">
      <h2 class="utrecht-heading-3" id="calendar-feed">
        {t.calendar.title}
      </h2>
      <p>{t.calendar.text}</p>
      <p class="zb-small zb-soft">{t.calendar.secret}</p>
      {createdAt === null ? null : (
        <p>
          {t.calendar.active(fullDayText(wallTimeOf(Date.parse(createdAt)).day))} {t.calendar.againText}
        </p>
      )}
      {url === undefined ? null : <SecretLink key={url} url={url} />}
      <CommandFailure failure={failure} />
      <div class="zb-row">
        <ActionButton kind="secondary-action" busy={busy} onPress={() => void make()}>
          <Icon drawing={calendarPlus} />
          {createdAt === null ? t.calendar.make : t.calendar.again}
        </ActionButton>
        {createdAt === null ? null : (
          <ActionButton kind="plain" busy={busy} onPress={() => void stop()}>
            {t.calendar.stop}
          </ActionButton>
        )}
      </div>
      <p role="status">{stopped ? t.calendar.stopped : ''}</p>
    </section>
  );
}
