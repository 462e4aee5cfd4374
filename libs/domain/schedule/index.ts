export {
  firstToHave,
  nextOpening,
  nextToHave,
  type Answerer,
  type LocalCalendarTime,
  type Opening,
} from './answering.js';
export { dayPartOf } from './day-part.js';
export { isOpenAt, type OpeningHours } from './opening-hours.js';
export { isQuiet } from './quiet-hours.js';
export { reminderTimes } from './reminder.js';
