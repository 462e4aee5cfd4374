const forMs = 5_000;

interface Memory<T> {
  readonly value: T;
  readonly readAt: number;
}

/** One value a municipality, kept for five seconds: long enough for a busy page, short enough for a change to show. */
export class Remembered<T> {
  private readonly memories = new Map<string, Memory<T>>();
  private turn = 0;

  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** What is being read now may be from before the change: that is not remembered either. */
  forget(municipalityId: string): void {
    this.memories.delete(municipalityId);
    this.turn += 1;
  }

  /** The value, read when it is not known, too old, or wanted fresh. */
  async get(municipalityId: string, read: () => Promise<T>, fresh = false): Promise<T> {
    const memory = this.memories.get(municipalityId);
    if (!fresh && memory && this.clock() - memory.readAt < forMs) return memory.value;
    const [turn, readAt] = [this.turn, this.clock()];
    const value = await read();
    if (turn === this.turn) this.memories.set(municipalityId, { value, readAt });
    return value;
  }
}
