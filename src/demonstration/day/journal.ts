import type { DayClock } from './day-clock.js';

/** Tells what happens, each line with the time of the day it happens at. */
export class Journal {
  constructor(
    private readonly clock: DayClock,
    private readonly write: (line: string) => void,
  ) {}

  tell(what: string): void {
    this.write(`${this.clock.text()}  ${what}`);
  }
}
