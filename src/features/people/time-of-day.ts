/** Minutes since midnight of a time such as "16:05". */
export function toMinutes(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Time of day such as "16:05"; the end of the day is its last minute, because "24:00" is no time of day. */
export function toTimeOfDay(minutes: number): string {
  const shown = Math.min(minutes, 24 * 60 - 1);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}
