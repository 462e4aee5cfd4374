import { setTimeout as sleep } from 'node:timers/promises';
import { readLetter, type Letter, type Mail } from './letter.js';
import { waitFor } from './patience.js';
import type { Service } from './service.js';

/** A letter and whose it is. */
export interface Delivered {
  readonly to: string;
  readonly letter: Letter;
}

type NumberedMail = Mail & { readonly id: number };

const quietMs = 150;
const mostLooks = 60;

/** Empties everyone's letter box, each letter once. */
export class MailboxReader {
  private last = 0;
  private readonly kept: Delivered[] = [];

  constructor(private readonly service: Service) {}

  /** Leaves everything that came before now unread. */
  async skip(): Promise<void> {
    await this.fetch();
    this.kept.length = 0;
  }

  /** Letters nobody read yet, once no more of them come; in an order that does not depend on which left first. */
  async settled(): Promise<readonly Delivered[]> {
    let quiet = 0;
    for (let look = 0; quiet < 2 && look < mostLooks; look += 1) {
      quiet = (await this.fetch()) === 0 ? quiet + 1 : 0;
      if (quiet < 2) await sleep(quietMs);
    }
    return this.kept.splice(0).toSorted((a, b) => (a.to < b.to ? -1 : 1));
  }

  /** The code of this challenge, when it arrives. */
  codeOf(challengeId: string, email: string): Promise<string> {
    return waitFor(`de mail met de code voor ${email}`, async () => {
      await this.fetch();
      const at = this.kept.findIndex(({ letter }) => letter.kind === 'code' && letter.challengeId === challengeId);
      const found = at < 0 ? undefined : this.kept.splice(at, 1)[0];
      return found?.letter.kind === 'code' ? found.letter.code : undefined;
    });
  }

  /** @returns how many were new */
  private async fetch(): Promise<number> {
    const mails = await this.service.demonstration<NumberedMail[]>('GET', '/demo/mailbox');
    const fresh = mails.filter(({ id }) => id > this.last).toReversed();
    this.last = fresh.at(-1)?.id ?? this.last;
    this.kept.push(...fresh.map((mail) => ({ to: mail.to.toLowerCase(), letter: readLetter(mail) })));
    return fresh.length;
  }
}
