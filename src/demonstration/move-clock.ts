import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { Sweep } from '@app/platform/outbox/sweep.js';
import { Clock } from '@app/platform/time/clock.js';
import { DemonstrationClock } from './demonstration-clock.js';
import { FreshDay } from './fresh-day.js';
import { recentTuesdayAtTwo } from './opening-moment.js';

/** Moves the day of the demonstration along, and does at once what has become due. */
@Injectable()
export class MoveClock {
  constructor(
    @Inject(DemonstrationClock) private readonly demonstrationClock: DemonstrationClock,
    @Inject(FreshDay) private readonly freshDay: FreshDay,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  now(): Promise<number> {
    return this.demonstrationClock.now();
  }

  /** @throws ProblemError when the moment is past: time runs forward only, or promises would be broken. */
  async forward(instant: number): Promise<number> {
    const now = await this.now();
    if (instant < now) {
      throw new ProblemError('invalid-input', {
        errors: [{ path: '/at', message: `It is ${new Date(now).toISOString()} already; give a later moment` }],
      });
    }
    await this.demonstrationClock.set(instant);
    await this.settle();
    return this.now();
  }

  /** A new day: nothing was asked yet, and it is the last Tuesday, two in the afternoon. */
  async startOfDay(municipalityId: string): Promise<number> {
    await this.freshDay.run(municipalityId);
    await this.demonstrationClock.set(recentTuesdayAtTwo(Date.now()));
    await this.settle();
    return this.now();
  }

  private async settle(): Promise<void> {
    await this.clock.measure();
    await this.sweep.run();
  }
}
