import { useEffect, useState } from 'preact/hooks';
import type { GatheringDateView, GatheringView } from '@app/contracts/http/gathering-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Icon } from '../../parts/icon.js';
import { calendarPlus } from '../../parts/icons.js';
import { serviceNow } from '../../time/service-clock.js';
import { calendarFile } from '../agreements/calendar-file.js';

/** Puts one date in a calendar, as a file made on this device. */
export function CalendarFile({ gathering, date }: { gathering: GatheringView; date: GatheringDateView }) {
  const [address, setAddress] = useState<string>();
  const { id, startsAt, endsAt } = date;
  const { title, place, neighbourhoodName } = gathering;
  useEffect(() => {
    const text = calendarFile({
      id,
      version: 0,
      title,
      description: `${place}, ${neighbourhoodName}`,
      from: Date.parse(startsAt),
      until: Date.parse(endsAt),
      made: serviceNow(),
    });
    const made = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [id, startsAt, endsAt, title, place]);
  if (address === undefined) return null;
  return (
    <ActionLink kind="secondary-action" href={address} download={t.gatherings.calendarFile}>
      <Icon drawing={calendarPlus} />
      {t.gatherings.calendar}
    </ActionLink>
  );
}
