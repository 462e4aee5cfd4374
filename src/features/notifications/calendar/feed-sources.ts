import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { FeedEntry } from './feed-file.js';

/** What of one person stands in a calendar, beside what they asked and agreed. Called in a system transaction. */
export type ReadEntries = (tx: Transaction, personId: string) => Promise<readonly FeedEntry[]>;

/** Features to the right have things in people's calendars too; this one may not import them, so they register here. */
@Injectable()
export class FeedSources {
  private readonly sources: ReadEntries[] = [];

  register(read: ReadEntries): void {
    this.sources.push(read);
  }

  async entriesOf(tx: Transaction, personId: string): Promise<readonly FeedEntry[]> {
    const found: FeedEntry[] = [];
    for (const read of this.sources) found.push(...(await read(tx, personId)));
    return found;
  }
}
