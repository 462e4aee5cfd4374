const most = 5_000;
const forMs = 24 * 3_600_000;

interface Memory {
  readonly codes: readonly string[];
  readonly until: number;
}

/** Which neighbourhoods a postcode lies in, for a day. Nothing about a house, and nothing about who asked. */
export class RememberedPostcodes {
  private readonly memories = new Map<string, Memory>();

  constructor(private readonly clock: () => number = () => performance.now()) {}

  get(postcode: string): readonly string[] | undefined {
    const memory = this.memories.get(postcode);
    return memory !== undefined && this.clock() < memory.until ? memory.codes : undefined;
  }

  keep(postcode: string, codes: readonly string[]): void {
    // Taken out first, so that the oldest stands in front.
    this.memories.delete(postcode);
    this.memories.set(postcode, { codes, until: this.clock() + forMs });
    const [oldest] = this.memories.keys();
    if (this.memories.size > most && oldest !== undefined) this.memories.delete(oldest);
  }
}
