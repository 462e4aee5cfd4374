import { randomUUID } from 'node:crypto';
import type { MailSink, ReceivedMail } from '@app/platform/mail/mail-sink.js';
import type { GeneratedPerson } from './generated-people.js';
import { tuesdayAfternoon, type GeneratedTown } from './generated-town.js';

const hour = 3_600_000;
/** Of ten requests three are acute, as in the assumptions of the twin. */
const acuteOfTen = new Set([0, 3, 7]);

/** A request on its way: posted, and perhaps asked about. */
interface Journey {
  readonly postedAt: number;
  answeredAt: number | undefined;
  firstAskAt: number | undefined;
}

/** Posts requests and notes when the first ask about each reaches the mail server. */
export class AskClock {
  private readonly journeys = new Map<string, Journey>();
  private number = 0;

  constructor(
    private readonly url: string,
    private readonly town: GeneratedTown,
    sink: MailSink,
  ) {
    sink.on('message', (mail) => this.note(mail));
  }

  /** Posts one request; done when it is answered. @returns its mark, which every mail about it carries. */
  async post(): Promise<string> {
    const number = (this.number += 1);
    const mark = `merk-${number}-einde`;
    const asker = this.askerOf(number);
    const journey: Journey = { postedAt: performance.now(), answeredAt: undefined, firstAskAt: undefined };
    this.journeys.set(mark, journey);
    const response = await fetch(`${this.url}/v1/help-requests`, {
      method: 'POST',
      headers: { cookie: asker.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(this.bodyOf(number, mark)),
    });
    const text = await response.text();
    if (response.status !== 201) throw new Error(`Posting failed with ${response.status}: ${text}`);
    journey.answeredAt = performance.now();
    return mark;
  }

  /** How many posted requests nobody has been asked about yet. */
  get waiting(): number {
    return [...this.journeys.values()].filter(({ firstAskAt }) => firstAskAt === undefined).length;
  }

  /** Milliseconds from the start of the post to its first ask at the mail server, and to its answer. */
  takeTimes(): { readonly toAsk: number[]; readonly toAnswer: number[] } {
    const done = [...this.journeys.values()];
    this.journeys.clear();
    return {
      toAsk: done.flatMap(({ postedAt, firstAskAt }) => (firstAskAt === undefined ? [] : [firstAskAt - postedAt])),
      toAnswer: done.flatMap(({ postedAt, answeredAt }) => (answeredAt === undefined ? [] : [answeredAt - postedAt])),
    };
  }

  private note({ text }: ReceivedMail): void {
    const mark = /merk-\d+-einde/.exec(text)?.[0];
    const journey = mark === undefined ? undefined : this.journeys.get(mark);
    if (journey) journey.firstAskAt ??= performance.now();
  }

  private askerOf(number: number): GeneratedPerson {
    const asker = this.town.askers[number % this.town.askers.length];
    if (!asker) throw new Error('A town without askers');
    return asker;
  }

  private bodyOf(number: number, mark: string): unknown {
    const acute = acuteOfTen.has(number % 10);
    const [from, until] = acute ? [hour, 4 * hour] : [24 * hour, 50 * hour];
    return {
      category: 'groceries',
      urgency: acute ? 'acute' : 'planned',
      summary: `Graag wat boodschappen ${mark}`,
      window: {
        from: new Date(tuesdayAfternoon + from).toISOString(),
        until: new Date(tuesdayAfternoon + until).toISOString(),
      },
      neighbourhoodCode: this.town.neighbourhoodCodes[number % this.town.neighbourhoodCodes.length],
      address: 'Voorbeeldlaan 1',
    };
  }
}
