import type { Askers } from './askers.js';
import { answerOf, tellsOutcomeAfter, type Answer } from './decisions.js';
import type { RunningRequest } from './running-request.js';
import { RefusedError, type Pressed } from './service.js';
import { accountOf, nameOf, signIn, type Stage } from './stage.js';

type Given = Exclude<Answer, { kind: 'silence' }>;

/** A neighbour who was asked, and the page behind the link in the mail. */
interface Asked {
  readonly email: string;
  readonly path: string;
  readonly running: RunningRequest;
}

/** Jan is willing and never helped; the day brings him to his first help. */
const firstYes: Given = { kind: 'yes', afterMinutes: 3, by: 'app' };

/** The people who are asked to help. */
export class Neighbours {
  private janHelped = false;
  private readonly helping = new Map<string, RunningRequest>();

  constructor(
    private readonly stage: Stage,
    private readonly askers: Askers,
  ) {}

  /** An ask came by mail: now or later an answer, or none. */
  asked(email: string, path: string, running: RunningRequest): void {
    const { agenda, clock } = this.stage;
    const order = running.asked;
    running.asked += 1;
    const answer = this.answerFor(email, running, order);
    if (answer.kind === 'silence') return;
    agenda.note(clock.now() + answer.afterMinutes, () => this.answer({ email, path, running }, answer));
  }

  /** Whom this neighbour said yes to last. */
  helpedBy(email: string): RunningRequest | undefined {
    return this.helping.get(email);
  }

  /** Asked how it went: mostly the asker tells. */
  askedForOutcome(running: RunningRequest, path: string): void {
    const { agenda, clock, service, journal } = this.stage;
    const after = tellsOutcomeAfter(running.plan, 'helper');
    if (after === null || running.plan.fate === 'not-helped') return;
    agenda.note(clock.now() + after, async () => {
      if (running.helped !== undefined || (await service.pressOnPage(path, { gelukt: 'ja' })) !== 'done') return;
      running.helped = true;
      journal.tell(`De buur zegt: het is gelukt (${nameOf(this.stage, running)})`);
    });
  }

  /** Says yes from the board, without having been asked. */
  async offer(email: string, running: RunningRequest): Promise<void> {
    const { service, journal } = this.stage;
    const session = await signIn(this.stage, email);
    const said = await unlessTooLate(service.call('acceptHelpRequest', { id: running.id, session, body: {} }));
    if (said === 'done') this.tellYes(email, running);
    else journal.tell(`Die kan er niet nog een bij hebben: ${nameOf(this.stage, running)}`);
  }

  private answerFor(email: string, running: RunningRequest, order: number): Answer {
    const isJan = email === accountOf('jan').email;
    if (!isJan) return answerOf(running.plan, order);
    if (this.janHelped || running.plan.fate !== 'helped') return { kind: 'silence' };
    this.janHelped = true;
    return firstYes;
  }

  private async answer(asked: Asked, answer: Given): Promise<void> {
    const said = await (answer.by === 'link' ? this.byLink(asked, answer) : this.byApp(asked, answer));
    const { journal } = this.stage;
    const about = nameOf(this.stage, asked.running);
    if (said === 'over') return;
    if (answer.kind === 'no') journal.tell(`Een buur kan niet, en zegt dat: ${about}`);
    else if (said === 'too-late') journal.tell(`Nog een buur zegt ja, maar er is al iemand: ${about}`);
    else this.tellYes(asked.email, asked.running);
  }

  /** One tap from the mail, without signing in. */
  private byLink({ path }: Asked, { kind }: Given): Promise<Pressed> {
    return this.stage.service.pressOnPage(path, { antwoord: kind === 'yes' ? 'ja' : 'nee' });
  }

  /** Signs in with a code and answers there. */
  private async byApp({ email, running }: Asked, { kind }: Given): Promise<Pressed> {
    const { service } = this.stage;
    const session = await signIn(this.stage, email);
    const { asks } = (await service.call('listAsks', { session, query: { status: 'pending' } })).data;
    const ask = asks.find(({ helpRequestId }) => helpRequestId === running.id);
    if (!ask) return 'over';
    return unlessTooLate(service.call('answerAsk', { id: ask.id, session, body: { answer: kind } }));
  }

  private tellYes(email: string, running: RunningRequest): void {
    const { clock, journal } = this.stage;
    const minutes = clock.now() - running.openedAt;
    running.yesAfter.push(minutes);
    this.helping.set(email, running);
    journal.tell(`${whoIs(email)} zegt ja: ${nameOf(this.stage, running)} (na ${minutesText(minutes)})`);
    this.askers.hasHelper(running);
  }
}

/** Somebody else was quicker, or three agreements is enough: part of every day, and no fault. */
async function unlessTooLate(answer: Promise<unknown>): Promise<Pressed> {
  try {
    await answer;
    return 'done';
  } catch (error) {
    if (error instanceof RefusedError && error.status === 409) return 'too-late';
    throw error;
  }
}

/** Visitors can sign in as these two; everyone else is a neighbour. */
function whoIs(email: string): string {
  if (email === accountOf('jan').email) return 'Jan, die nog nooit hielp,';
  return email === accountOf('wim').email ? 'Wim' : 'Een buur';
}

function minutesText(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  return whole === 1 ? '1 minuut' : `${whole} minuten`;
}
