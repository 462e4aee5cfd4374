import type {
  GatheringAudience,
  GatheringChange,
  GatheringKind,
  ManagedGathering,
  NewGathering,
} from '@app/contracts/http/gathering-shapes.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import type { FormError } from '../../parts/error-summary.js';
import { dayAfter, daysBetween } from '../../time/amsterdam.js';

/** Answers about a gathering, as they stand in the fields. */
export interface GatheringDraft {
  readonly kind: GatheringKind;
  readonly title: string;
  readonly words: string;
  readonly place: string;
  readonly neighbourhoodCode: string;
  readonly forWhom: GatheringAudience;
  readonly seats: string;
  readonly time: string;
  readonly minutes: number;
  readonly day: string;
  /** 0: once. */
  readonly everyWeeks: 0 | 1 | 2 | 4;
  readonly untilDay: string;
}

const aQuarter = 91;
const longest = 366;

/** What the fields begin with: coffee next week, every week for a quarter; or what there is. */
export function draftOf(today: string, edited?: ManagedGathering): GatheringDraft {
  const when = { day: dayAfter(today, 7), everyWeeks: 1 as const, untilDay: dayAfter(today, 7 + aQuarter) };
  if (edited === undefined) {
    const empty = { title: '', words: '', place: '', neighbourhoodCode: '', seats: '' };
    return { kind: 'coffee', forWhom: 'everybody', time: '10:00', minutes: 120, ...empty, ...when };
  }
  const { kind, title, words, place, neighbourhoodCode, forWhom, seats, time, minutes } = edited;
  const about = { kind, title, words, place, neighbourhoodCode, forWhom, time, minutes };
  return { ...about, seats: seats === null ? '' : String(seats), ...when };
}

const isDay = (text: string): boolean => !Number.isNaN(Date.parse(`${text}T12:00:00Z`));

/** Every fault at once; when it is matters only of what is new. */
export function draftErrors(draft: GatheringDraft, isNew: boolean): FormError[] {
  const { errors } = nlOrganisers.organiseGatherings.form;
  const { seats, time, day, untilDay, everyWeeks } = draft;
  const length = isDay(day) && isDay(untilDay) ? daysBetween(day, untilDay) : Number.NaN;
  const people = seats.trim();
  const faults: (FormError | false)[] = [
    draft.title.trim() === '' && { field: 'title', message: errors.title },
    draft.words.trim() === '' && { field: 'words', message: errors.words },
    draft.place.trim() === '' && { field: 'place', message: errors.place },
    draft.neighbourhoodCode === '' && { field: 'neighbourhoodCode', message: errors.neighbourhood },
    people !== '' &&
      !(/^\d{1,3}$/.test(people) && Number(people) >= 2 && Number(people) <= 500) && {
        field: 'seats',
        message: errors.seats,
      },
    !(time >= '07:00' && time <= '21:00') && { field: 'time', message: errors.time },
    isNew && !isDay(day) && { field: 'day', message: errors.day },
    isNew && everyWeeks !== 0 && !(length >= 0 && length <= longest) && { field: 'untilDay', message: errors.until },
  ];
  return faults.filter((fault) => fault !== false);
}

/** What is sent of a change. The draft must be without faults. */
export function changeBody(draft: GatheringDraft): GatheringChange {
  const { kind, neighbourhoodCode, forWhom, time, minutes } = draft;
  const [title, words, place] = [draft.title.trim(), draft.words.trim(), draft.place.trim()];
  const seats = draft.seats.trim() === '' ? null : Number(draft.seats);
  return { kind, title, words, place, neighbourhoodCode, forWhom, seats, time, minutes };
}

/** What is sent of an announcement. The draft must be without faults. */
export function newBody(draft: GatheringDraft, associationId: string): NewGathering {
  const { day, everyWeeks, untilDay } = draft;
  const once = everyWeeks === 0;
  return {
    associationId,
    ...changeBody(draft),
    day,
    everyWeeks: once ? null : everyWeeks,
    untilDay: once ? null : untilDay,
  };
}
