export { isAvailable, overlapsWindow } from './availability.js';
export { dayPartOf } from './day-part.js';
export { isQuiet, minutesUntilQuietEnds } from './quiet-hours.js';
