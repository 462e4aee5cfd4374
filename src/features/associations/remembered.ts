const forMs = 5_000;

interface Memory<T> {
  readonly value: T;
  readonly readAt: number;
}

/** One value a municipality, kept for five seconds: long enough for a busy page, short enough for a change to show. */
export class Remembered<T> {
  private readonly memories = new Map<string, Memory<T>>();

  constructor(private readonly clock: () => number = () => performance.now()) {}

  forget(municipalityId: string): void {
    this.memories.delete(municipalityId);
  }

  /** The value, read when it is not known, too old, or wanted fresh. */
  async get(municipalityId: string, read: () => Promise<T>, fresh = false): Promise<T> {
    const memory = this.memories.get(municipalityId);
    if (!fresh && memory && this.clock() - memory.readAt < forMs) return memory.value;
    const readAt = this.clock();
    const value = await read();
    this.memories.set(municipalityId, { value, readAt });
    return value;
  }
}
