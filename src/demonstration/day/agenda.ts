/** Something somebody does at a moment of the day. */
export type Deed = () => Promise<void>;

/** Everything of one minute, in the order in which it was noted. */
export interface Moment {
  /** Minutes since the day began. */
  readonly minute: number;
  readonly deeds: readonly Deed[];
}

/** What will happen when. Who does something today may note what follows from it. */
export class Agenda {
  private readonly deeds = new Map<number, Deed[]>();

  /** Notes a deed; a minute that is half over counts as the one it began in. */
  note(minute: number, deed: Deed): void {
    const at = Math.floor(minute);
    this.deeds.set(at, [...(this.deeds.get(at) ?? []), deed]);
  }

  /** Takes the first moment up to and including this minute; undefined when there is none. */
  next(until: number): Moment | undefined {
    const minute = Math.min(...this.deeds.keys());
    if (!(minute <= until)) return undefined;
    const deeds = this.deeds.get(minute) ?? [];
    this.deeds.delete(minute);
    return { minute, deeds };
  }
}
