import type { Instant } from '../domain/kernel/time.js';

interface Entry<Event> {
  readonly at: Instant;
  readonly sequence: number;
  readonly event: Event;
}

/** The virtual clock: events by time, and those of one instant in the order in which they were set (a binary heap). */
export class Agenda<Event> {
  private readonly heap: Entry<Event>[] = [];
  private sequence = 0;

  add(at: Instant, event: Event): void {
    const entry = { at, sequence: this.sequence, event };
    this.sequence += 1;
    let hole = this.heap.length;
    this.heap.push(entry);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = this.heap[parent];
      if (above === undefined || before(above, entry)) break;
      this.heap[hole] = above;
      hole = parent;
    }
    this.heap[hole] = entry;
  }

  /** The first event, taken out; undefined when there is none. */
  next(): { readonly at: Instant; readonly event: Event } | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined || this.heap.length === 0) return first;
    let hole = 0;
    for (;;) {
      const left = 2 * hole + 1;
      const child = this.earlierOf(left, left + 1);
      const below = this.heap[child];
      if (below === undefined || before(last, below)) break;
      this.heap[hole] = below;
      hole = child;
    }
    this.heap[hole] = last;
    return first;
  }

  private earlierOf(left: number, right: number): number {
    const [a, b] = [this.heap[left], this.heap[right]];
    return a !== undefined && b !== undefined && before(b, a) ? right : left;
  }
}

function before<Event>(a: Entry<Event>, b: Entry<Event>): boolean {
  return a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
}
