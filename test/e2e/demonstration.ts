import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { freePort } from '@app/platform/embedded/free-port.js';
import type { ReceivedMail } from '@app/platform/mail/mail-sink.js';
import { launchBrowser } from '../support/browser.js';
import { startProcess, type RunningProcess } from '../support/child-process.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { demonstrationDatabase } from './demonstration-database.js';
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.js';

const hour = 3_600_000;
const lookEveryMs = 200;
const mailWithinMs = 60_000;

/** The whole application as `npm start` runs it, on a Tuesday at two, and a browser to visit it with. */
export class Demonstration {
  private readonly visitors: Visitor[] = [];

  private constructor(
    readonly url: string,
    private readonly application: RunningProcess,
    private readonly browser: Browser,
    private readonly forget: () => Promise<void>,
  ) {}

  /**
   * From a demonstration that was seeded once a run.
   * @param settings environment variables beside the usual ones
   */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Demonstration> {
    const { database, env } = await demonstrationDatabase();
    return Demonstration.open({ ...env, ...settings }, () => database.drop());
  }

  /** With nothing there but an empty folder: engines, migrations and seeds are made first. */
  static firstStart(): Promise<Demonstration> {
    return Demonstration.open({ DATA_DIR: temporaryFolder('zb-e2e-') }, () => Promise.resolve());
  }

  private static async open(
    settings: Readonly<Record<string, string>>,
    forget: () => Promise<void>,
  ): Promise<Demonstration> {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const application = await startProcess({
      env: { PORT: String(port), METRICS_PORT: String(metricsPort), LOG_LEVEL: 'warn', ...settings },
    });
    await application.waitForLine(/^ready /m, 120_000);
    const demonstration = new Demonstration(`http://localhost:${port}`, application, await launchBrowser(), forget);
    await demonstration.startDay();
    return demonstration;
  }

  /** @throws Error with what the application printed, when it did not live until now */
  async stop(): Promise<void> {
    await this.browser.close();
    const end = await Promise.race([this.application.ended, Promise.resolve(null)]);
    if (end) throw new Error(`The application ended (${end.signal ?? end.code}):\n${this.application.output()}`);
    await this.application.kill('SIGTERM');
    await this.forget();
  }

  /** A person with a browser of their own. */
  async visitor(options: VisitorOptions = {}): Promise<Visitor> {
    const visitor = await openVisitor(this.browser, this.url, options);
    this.visitors.push(visitor);
    return visitor;
  }

  /** Complaints of every browser until now: scripts that failed, and what the content security policy refused. */
  complaints(): readonly string[] {
    return this.visitors.flatMap(({ complaints }) => complaints);
  }

  /** Tuesday, two in the afternoon, with nothing asked yet. */
  async startDay(): Promise<void> {
    await this.putClock({ startOfDay: true });
  }

  /** Lets time pass at once. */
  async passHours(hours: number): Promise<void> {
    await this.putClock({ at: new Date((await this.now()) + hours * hour).toISOString() });
  }

  /** Time of the service, in milliseconds since the epoch. */
  async now(): Promise<number> {
    const { now } = (await (await fetch(`${this.url}/demo/clock`)).json()) as { now: string };
    return Date.parse(now);
  }

  /** Everything that was sent, newest first; to everyone, or to one. */
  async mails(to = ''): Promise<readonly ReceivedMail[]> {
    const answer = await fetch(`${this.url}/demo/mailbox?to=${encodeURIComponent(to)}`);
    return (await answer.json()) as ReceivedMail[];
  }

  /** Mails as soon as there are this many that fit. */
  async awaitMails(fits: (mail: ReceivedMail) => boolean, count = 1): Promise<readonly ReceivedMail[]> {
    let found: readonly ReceivedMail[] = [];
    for (let waited = 0; waited < mailWithinMs; waited += lookEveryMs) {
      found = (await this.mails()).filter(fits);
      if (found.length >= count) return found;
      await sleep(lookEveryMs);
    }
    const subjects = (await this.mails()).map(({ to, subject }) => `${to}: ${subject}`);
    throw new Error(`${found.length} of ${count} mails came. There are:\n${subjects.join('\n')}`);
  }

  /** The newest code that was sent to somebody after they asked for one. */
  async codeFor(email: string, after = 0): Promise<string> {
    const [mail] = await this.awaitMails(
      ({ to, subject, id }) => to === email && id > after && /^\d{6} /.test(subject),
    );
    return mail?.subject.slice(0, 6) ?? '';
  }

  /** Number of the newest mail. */
  async lastMail(): Promise<number> {
    return (await this.mails())[0]?.id ?? 0;
  }

  private async putClock(body: unknown): Promise<void> {
    const answer = await fetch(`${this.url}/demo/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The clock could not be set: ${answer.status} ${await answer.text()}`);
  }
}

/** The path behind a link in a mail: `/antwoord/...`. */
export function linkIn({ text }: ReceivedMail, page: 'antwoord' | 'bevestigen' | 'afloop' | 'pauze'): string {
  const path = new RegExp(`https?://[^\\s/]+(/${page}/[\\w-]+)`).exec(text)?.[1];
  if (path === undefined) throw new Error(`There is no link to ${page} in:\n${text}`);
  return path;
}
