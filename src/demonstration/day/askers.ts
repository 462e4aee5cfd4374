import { randomUUID } from 'node:crypto';
import type { Operations } from '@app/contracts/http/index.js';
import type { OperationBody } from '@app/contracts/http/operation.js';
import { tellsOutcomeAfter, welcomeOf } from './decisions.js';
import type { PlayedRequest } from './played-request.js';
import { RunningRequest } from './running-request.js';
import { accountOf, nameOf, redeem, signIn, type Stage } from './stage.js';

type Post = OperationBody<Operations['postHelpRequest']>;
type Contact = NonNullable<Post['contact']>;

/** Minutes after which somebody who found another solution takes the request back. */
const cancelsAfter = 14;
/** Minutes after the help that the coordinator asks how it went. */
const callsBackAfter = 5;

/** The people who ask for help. */
export class Askers {
  constructor(
    private readonly stage: Stage,
    /** Session of the coordinator, who also asks for people who call. */
    private readonly coordinatorSession: string,
  ) {}

  async ask(plan: PlayedRequest): Promise<void> {
    const { clock, requests, agenda } = this.stage;
    const running = new RunningRequest(plan, this.emailOf(plan));
    // Known before it is sent: the first mail may come before the answer does.
    requests.push(running);
    await this.post(running);
    running.openedAt = clock.now();
    this.tellOf(running);
    if (plan.fate === 'cancelled') agenda.note(clock.now() + cancelsAfter, () => this.cancel(running));
    // Who asked by telephone gets no mail, so the coordinator calls.
    if (plan.way === 'phone-intake') agenda.note(plan.until + callsBackAfter, () => this.callBack(running));
  }

  /** A neighbour said yes; soon the asker says that it is all right. */
  hasHelper(running: RunningRequest): void {
    const { agenda, clock } = this.stage;
    const { afterMinutes } = welcomeOf(running.plan);
    agenda.note(clock.now() + afterMinutes, () => this.welcome(running));
  }

  /** Told by mail that the time is over and nobody came. */
  foundNobody(email: string): void {
    const running = this.stage.requests.find(({ askerEmail }) => askerEmail === email);
    if (!running) return;
    const { askerGivenName } = running.plan;
    this.stage.journal.tell(`Er kwam geen buur: ${nameOf(this.stage, running)}. Het loket belt ${askerGivenName}`);
  }

  /** Asked how it went, by mail. */
  askedForOutcome(running: RunningRequest, path: string): void {
    const { agenda, clock } = this.stage;
    const after = tellsOutcomeAfter(running.plan, 'asker');
    if (after !== null) agenda.note(clock.now() + after, () => this.tellOutcome(running, path));
  }

  private async post(running: RunningRequest): Promise<void> {
    const { service } = this.stage;
    const { plan, askerEmail } = running;
    const signedIn = await this.sessionFor(plan, askerEmail);
    const { data } = await service.call('postHelpRequest', {
      body: this.bodyOf(plan, signedIn === undefined ? contactOf(plan, askerEmail) : undefined),
      idempotencyKey: randomUUID(),
      ...(signedIn === undefined ? {} : { session: signedIn }),
    });
    running.id = data.id;
    running.session = signedIn ?? (await redeem(this.stage, data.challengeId ?? '', askerEmail));
  }

  private emailOf({ way, askerGivenName }: PlayedRequest): string {
    if (way === 'account') return accountOf('anja').email;
    if (way === 'phone-intake') return accountOf('marja').email;
    return `${askerGivenName.toLowerCase()}.vraagt@voorbeeld.invalid`;
  }

  private async sessionFor({ way }: PlayedRequest, email: string): Promise<string | undefined> {
    if (way === 'account') return signIn(this.stage, email);
    return way === 'phone-intake' ? this.coordinatorSession : undefined;
  }

  private bodyOf(plan: PlayedRequest, contact: Contact | undefined): Post {
    const { clock } = this.stage;
    const { category, urgency, summary, neighbourhoodCode, helpersNeeded, autoConfirm, way, askerGivenName } = plan;
    return {
      category,
      urgency,
      summary,
      neighbourhoodCode,
      window: { from: clock.at(plan.from), until: clock.at(plan.until) },
      address: `Voorbeeldstraat ${houseNumber(plan)}, Leusden`,
      ...(helpersNeeded === undefined ? {} : { helpersNeeded }),
      ...(autoConfirm === undefined ? {} : { autoConfirm }),
      ...(contact === undefined ? {} : { contact }),
      ...(way === 'phone-intake'
        ? { onBehalfOf: { givenName: askerGivenName, phone: '000 1234567', relation: 'phone-intake' } }
        : {}),
      ...(way === 'relative' ? { onBehalfOf: { givenName: 'Jo', relation: 'relative' } } : {}),
    };
  }

  private tellOf(running: RunningRequest): void {
    const { journal, clock } = this.stage;
    const { askerGivenName, urgency, until, way } = running.plan;
    const when = urgency === 'acute' ? `spoed, voor ${clock.text(until)} uur` : windowText(this.stage, running);
    const how = {
      guest: `${askerGivenName} vraagt hulp`,
      account: `${askerGivenName} logt in en vraagt hulp`,
      relative: `${askerGivenName} vraagt hulp voor een familielid`,
      'phone-intake': `${accountOf('marja').givenName} vraagt aan de telefoon hulp voor ${askerGivenName}`,
    }[way];
    journal.tell(`${how}: ${nameOf(this.stage, running)} (${when})`);
  }

  private async welcome(running: RunningRequest): Promise<void> {
    const { service, journal } = this.stage;
    const { id, session } = running;
    const { actions } = (await service.call('getHelpRequest', { id, session })).data;
    // Nothing to say: the address went along with the yes, as the asker chose, or the help is not needed any more.
    if (!actions.includes('confirm')) return;
    const { by } = welcomeOf(running.plan);
    if (by === 'link' && running.confirmPath) {
      if ((await service.pressOnPage(running.confirmPath, { bevestig: 'ja' })) !== 'done') return;
    } else {
      await service.call('confirmHelpRequest', { id, session, body: {} });
    }
    journal.tell(`${running.plan.askerGivenName} vindt het goed: de afspraak is rond, de buur ziet nu het adres`);
  }

  private async cancel(running: RunningRequest): Promise<void> {
    const { service, journal } = this.stage;
    const { id, session } = running;
    const { actions } = (await service.call('getHelpRequest', { id, session })).data;
    if (!actions.includes('cancel')) return;
    await service.call('cancelHelpRequest', { id, session });
    journal.tell(`${running.plan.askerGivenName} heeft de hulp niet meer nodig: ${nameOf(this.stage, running)}`);
  }

  private async callBack(running: RunningRequest): Promise<void> {
    const { service, journal } = this.stage;
    const { id, session } = running;
    const { actions } = (await service.call('getHelpRequest', { id, session })).data;
    if (running.helped !== undefined || !actions.includes('record-outcome')) return;
    await service.call('recordOutcome', { id, session, body: { helped: true } });
    running.helped = true;
    journal.tell(`${accountOf('marja').givenName} belt ${running.plan.askerGivenName}: het is gelukt`);
  }

  private async tellOutcome(running: RunningRequest, path: string): Promise<void> {
    const { service, journal } = this.stage;
    if (running.helped !== undefined) return;
    const helped = running.plan.fate !== 'not-helped';
    if ((await service.pressOnPage(path, { gelukt: helped ? 'ja' : 'nee' })) !== 'done') return;
    running.helped = helped;
    const said = helped ? 'het is gelukt' : 'het is niet gelukt';
    journal.tell(`${running.plan.askerGivenName} zegt: ${said} (${nameOf(this.stage, running)})`);
  }
}

function contactOf({ askerGivenName }: PlayedRequest, email: string): Contact {
  return { givenName: askerGivenName, familyName: 'Voorbeeld', email };
}

/** For example `morgen 10:00-12:00 uur`. */
function windowText({ clock }: Stage, { plan }: RunningRequest): string {
  const days = ['vandaag', 'morgen', 'overmorgen'];
  const day = days[clock.daysUntil(plan.from)] ?? `over ${clock.daysUntil(plan.from)} dagen`;
  return `${day} ${clock.text(plan.from)}-${clock.text(plan.until)} uur`;
}

function houseNumber({ minute }: PlayedRequest): number {
  return minute + 1;
}
