import type { Translation } from '../translation.js';

export const time: Translation['time'] = {
  clock: (wall) => wall,
  today: 'bugün',
  tomorrow: 'yarın',
  dayAt: (day, clock) => `${day} saat ${clock}`,
  before: (day, clock) => `${day}, en geç ${clock}`,
  between: (day, from, until) => `${day}, ${from} ile ${until} arası`,
  betweenMoments: (from, until) => `${from} ile ${until} arası`,
  late: (duration) => `${duration} geç`,
  rightNow: 'şimdi',
  within: (duration) => `${duration} sonra`,
  minutes: (count) => `${count} dakika`,
  hours: (count) => `${count} saat`,
  hoursAndMinutes: (hours, minutes) => `${hours} saat ${minutes} dakika`,
  days: (count) => `${count} gün`,
  dayParts: { morning: 'sabah', afternoon: 'öğleden sonra', evening: 'akşam', night: 'gece' },
  weekdays: {
    monday: 'pazartesi',
    tuesday: 'salı',
    wednesday: 'çarşamba',
    thursday: 'perşembe',
    friday: 'cuma',
    saturday: 'cumartesi',
    sunday: 'pazar',
  },
};
