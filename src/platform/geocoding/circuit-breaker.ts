interface Limits {
  /** Failures in a row after which nothing is tried. */
  readonly failures: number;
  /** Milliseconds until one try is let through again. */
  readonly restMs: number;
}

/** Stops asking somebody who does not answer, so that people do not wait for it one after the other. */
export class CircuitBreaker {
  private failed = 0;
  private openUntil = 0;

  constructor(
    private readonly limits: Limits,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Whether it may be asked now. After the rest one caller may, and the others wait for how that goes. */
  allows(): boolean {
    if (this.failed < this.limits.failures) return true;
    if (this.clock() < this.openUntil) return false;
    this.openUntil = this.clock() + this.limits.restMs;
    return true;
  }

  succeeded(): void {
    this.failed = 0;
  }

  /** @returns true when from now on nothing is asked for a while */
  fails(): boolean {
    this.failed += 1;
    if (this.failed < this.limits.failures) return false;
    this.openUntil = this.clock() + this.limits.restMs;
    return true;
  }
}
