import { countedIn } from '../plural.js';
import type { Translation } from '../translation.js';

const counted = countedIn('uk');

export const time: Translation['time'] = {
  clock: (wall) => wall,
  today: 'сьогодні',
  tomorrow: 'завтра',
  dayAt: (day, clock) => `${day} о ${clock}`,
  before: (day, clock) => `${day}, до ${clock}`,
  between: (day, from, until) => `${day}, між ${from} та ${until}`,
  betweenMoments: (from, until) => `${from} – ${until}`,
  late: (duration) => `${duration} запізнення`,
  rightNow: 'зараз',
  within: (duration) => `через ${duration}`,
  minutes: (count) => counted(count, { one: 'хвилину', few: 'хвилини', other: 'хвилин' }),
  hours: (count) => counted(count, { one: 'годину', few: 'години', other: 'годин' }),
  hoursAndMinutes: (hours, minutes) => `${hours} год ${minutes} хв`,
  days: (count) => counted(count, { one: 'день', few: 'дні', other: 'днів' }),
  dayParts: { morning: 'ранок', afternoon: 'день', evening: 'вечір', night: 'ніч' },
  weekdays: {
    monday: 'понеділок',
    tuesday: 'вівторок',
    wednesday: 'середа',
    thursday: 'четвер',
    friday: 'п’ятниця',
    saturday: 'субота',
    sunday: 'неділя',
  },
};
