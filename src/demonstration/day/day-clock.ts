import type { Service } from './service.js';

const minuteMs = 60_000;
const minutesPerDay = 24 * 60;
/** The day begins at two in the afternoon. */
const minutesBeforeTwo = 14 * 60;

/** The clock of the demonstration, as minutes since the day began; between two moves it runs on by itself. */
export class DayClock {
  private constructor(
    private readonly service: Service,
    /** When the day began, milliseconds since the epoch. */
    private readonly start: number,
    private last: { readonly instant: number; readonly seenAt: number },
  ) {}

  /** A fresh day: nothing was asked yet, and it is Tuesday, two in the afternoon. */
  static async startOfDay(service: Service): Promise<DayClock> {
    const instant = await move(service, { startOfDay: true });
    // It is some milliseconds past the minute by now, and the day counts from the minute.
    return new DayClock(service, instant - (instant % minuteMs), { instant, seenAt: performance.now() });
  }

  /** Minutes since the day began, with a fraction. */
  now(): number {
    return (this.last.instant + performance.now() - this.last.seenAt - this.start) / minuteMs;
  }

  /** Makes it this minute, unless that is past already. Whatever became due by then has been set going. */
  async advanceTo(minute: number): Promise<void> {
    const instant = this.start + minute * minuteMs;
    if (minute <= this.now()) return;
    this.last = {
      instant: await move(this.service, { at: new Date(instant).toISOString() }),
      seenAt: performance.now(),
    };
  }

  /** The instant of a minute of this day, as the interface takes it. */
  at(minute: number): string {
    return new Date(this.start + minute * minuteMs).toISOString();
  }

  /** What a clock on the wall shows, for example `14:04`. */
  text(minute = this.now()): string {
    return new Date(this.start + minute * minuteMs).toLocaleTimeString('nl-NL', {
      timeZone: 'Europe/Amsterdam',
      hour: '2-digit',
      minute: '2-digit',
    });
  }

  /** How many nights lie between the beginning of the day and this minute. */
  daysUntil(minute: number): number {
    return Math.floor((minute + minutesBeforeTwo) / minutesPerDay);
  }

  /** For example `dinsdag 17 november`. */
  day(): string {
    return new Date(this.start).toLocaleDateString('nl-NL', {
      timeZone: 'Europe/Amsterdam',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
  }
}

async function move(service: Service, to: { startOfDay: true } | { at: string }): Promise<number> {
  const { now } = await service.demonstration<{ now: string }>('PUT', '/demo/clock', to);
  return Date.parse(now);
}
