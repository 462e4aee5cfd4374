import type { Translation } from '../translation.js';

export const time: Translation['time'] = {
  clock: (wall) => wall,
  today: 'today',
  tomorrow: 'tomorrow',
  dayAt: (day, clock) => `${day} at ${clock}`,
  before: (day, clock) => `${day}, before ${clock}`,
  between: (day, from, until) => `${day}, between ${from} and ${until}`,
  betweenMoments: (from, until) => `between ${from} and ${until}`,
  late: (duration) => `${duration} late`,
  rightNow: 'now',
  within: (duration) => `in ${duration}`,
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
  hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes} min`,
  days: (count) => `${count} days`,
  dayParts: { morning: 'morning', afternoon: 'afternoon', evening: 'evening', night: 'night' },
  weekdays: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
};
