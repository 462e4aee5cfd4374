import { useEffect, useState } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Icon } from '../../parts/icon.js';
import { calendarPlus } from '../../parts/icons.js';
import { serviceNow } from '../../time/service-clock.js';
import { calendarFile, calendarTimes } from './calendar-file.js';

/** Puts the agreement in a calendar, as a file made on this device. */
export function CalendarLink({ request }: { request: HelpRequestView }) {
  const [address, setAddress] = useState<string>();
  const { id, version } = request;
  useEffect(() => {
    const text = calendarFile({
      id,
      version,
      title: t.agreements.calendarTitle(t.categories.names[request.category].title),
      description: t.agreements.calendarText,
      ...calendarTimes(request),
      made: serviceNow(),
    });
    const made = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [id, version]);
  if (address === undefined) return null;
  return (
    <ActionLink href={address} download={t.agreements.calendarFile}>
      <Icon drawing={calendarPlus} />
      {t.agreements.calendar}
    </ActionLink>
  );
}
