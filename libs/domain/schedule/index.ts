export { type AvailabilityWindow, isAvailable, overlapsWindow } from './availability.js';
export { dayPartOf } from './day-part.js';
export { isQuiet, minutesUntilQuietEnds, type QuietHours } from './quiet-hours.js';
