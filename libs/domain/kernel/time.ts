/** Milliseconds since the epoch, by the database clock. The domain never reads a clock itself. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
