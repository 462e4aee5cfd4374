import type { Neighbours } from './neighbours.js';
import type { RunningRequest } from './running-request.js';
import { accountOf, nameOf, signIn, type Stage } from './stage.js';

/** Minutes a coordinator or desk worker takes to open the list, and then to call somebody. */
const opensListAfter = 3;
const callsAfter = 4;

/** The coordinator of Rossenberg and the desk: they see to the requests that found no neighbour. */
export class Organisers {
  private readonly taken = new Set<RunningRequest>();

  constructor(
    private readonly stage: Stage,
    private readonly neighbours: Neighbours,
    private readonly sessions: ReadonlyMap<string, string>,
  ) {}

  /** Signs both in. @returns their sessions by address */
  static async signIn(stage: Stage): Promise<ReadonlyMap<string, string>> {
    const sessions = new Map<string, string>();
    for (const key of ['marja', 'huiskamer'] as const) {
      const { email } = accountOf(key);
      sessions.set(email, await signIn(stage, email));
    }
    return sessions;
  }

  /** A request found no neighbour, and this organiser was told so by mail. */
  called(email: string, subject: string): void {
    const { journal, agenda, clock } = this.stage;
    const session = this.sessions.get(email);
    const about = subject.replace(/^(Spoed: )?vraag zonder buur, /, '');
    if (session === undefined) {
      journal.tell(`Een coördinator krijgt een vraag zonder buur: ${about}`);
      return;
    }
    const isDesk = email === accountOf('huiskamer').email;
    const who = isDesk
      ? `${accountOf('huiskamer').givenName} van het loket`
      : `${accountOf('marja').givenName}, de coördinator,`;
    journal.tell(`${who} krijgt een vraag zonder buur: ${about}`);
    agenda.note(clock.now() + opensListAfter, () => this.openList(who, session, isDesk));
  }

  private async openList(who: string, session: string, isDesk: boolean): Promise<void> {
    const { service, journal, requests } = this.stage;
    const { helpRequests } = (await service.call('listHelpRequests', { session, query: { role: 'coordinator' } })).data;
    const waiting = helpRequests.filter(({ escalation, status }) => escalation.level > 0 && status === 'open');
    const found = waiting.map(({ id }) => requests.find((running) => running.id === id));
    const fresh = found.filter((running) => running !== undefined && !this.taken.has(running));
    if (fresh.length === 0) return;
    journal.tell(`${who} opent de werklijst: ${waiting.length} van ${helpRequests.length} vragen wachten op een mens`);
    for (const running of fresh) if (running) this.take(who, running, isDesk);
  }

  private take(who: string, running: RunningRequest, isDesk: boolean): void {
    const { journal, agenda, clock } = this.stage;
    this.taken.add(running);
    journal.tell(`${who} belt ${running.plan.askerGivenName}: ${nameOf(this.stage, running)}`);
    if (isDesk) return;
    agenda.note(clock.now() + callsAfter, async () => {
      if (running.yesAfter.length > 0) return;
      journal.tell(`${who} belt Wim, die iedereen in de buurt kent`);
      await this.neighbours.offer(accountOf('wim').email, running);
    });
  }
}
