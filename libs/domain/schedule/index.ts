export { dayPartOf } from './day-part.js';
export { isQuiet } from './quiet-hours.js';
export { reminderTimes } from './reminder.js';
