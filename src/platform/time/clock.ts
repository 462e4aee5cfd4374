import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Listener } from '../outbox/listener.js';

const refreshMs = 15_000;

/**
 * The product clock outside a transaction: database time plus the shift, as of a measurement at most 15
 * seconds old. Good for showing; whatever is *due* is decided inside PostgreSQL with `app_now()`.
 */
@Injectable()
export class Clock {
  private differenceMs = 0;
  private measuredAt = -Infinity;
  private watching = false;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Listener) private readonly listener: Listener,
  ) {}

  /** Milliseconds since the epoch; never waits, and never fails when the database does. */
  now(): number {
    if (!this.watching) {
      this.watching = true;
      this.listener.on('clock', () => (this.measuredAt = -Infinity));
    }
    if (performance.now() - this.measuredAt > refreshMs) void this.measure();
    return Date.now() + this.differenceMs;
  }

  /** Asks the database now. */
  async measure(): Promise<void> {
    this.measuredAt = performance.now();
    try {
      const before = Date.now();
      const [row] = await this.dataSource.query<{ now: Date }[]>('SELECT app_now() AS now');
      if (row) this.differenceMs = row.now.getTime() - (before + Date.now()) / 2;
    } catch {
      // The last known difference is still the best there is.
    }
  }
}
