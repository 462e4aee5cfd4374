import { setTimeout as sleep } from 'node:timers/promises';
import { Agenda } from './agenda.js';
import { Askers } from './askers.js';
import { BoardListener } from './board-listener.js';
import { DayClock } from './day-clock.js';
import { Journal } from './journal.js';
import { MailboxReader, type Delivered } from './mailbox-reader.js';
import { Neighbours } from './neighbours.js';
import type { DayOptions } from './options.js';
import { Organisers } from './organisers.js';
import type { RunningRequest } from './running-request.js';
import { lastMinute, script } from './script/script.js';
import { Service } from './service.js';
import { accountOf, nameOf, type Stage } from './stage.js';
import { summaryOf, type EndOfRequest } from './summary.js';
import { Town } from './town.js';

/** Waves and clocks look again every few minutes; so does the day. */
const minutesBetweenLooks = 5;

/** Plays a day through the public interface and tells it line by line. */
export async function playDay({ url, pace }: DayOptions, write: (line: string) => void): Promise<void> {
  const service = new Service(url);
  // First of all: only a demonstration has a clock that can be moved.
  const clock = await DayClock.startOfDay(service);
  const town = await Town.read(service);
  const mailbox = new MailboxReader(service);
  await mailbox.skip();
  const journal = new Journal(clock, write);
  const stage: Stage = { service, mailbox, clock, agenda: new Agenda(), journal, town, requests: [] };
  write(`Het is ${clock.day()}, ${clock.text()} uur. Alle namen en vragen zijn verzonnen.\n`);
  const sessions = await Organisers.signIn(stage);
  const coordinator = sessions.get(accountOf('marja').email) ?? '';
  const board = await BoardListener.open(service, coordinator, town.boards);
  try {
    await new Day(stage, sessions, coordinator).play(pace);
    await board.agreesWithService();
    write(`\nOm ${clock.text()} uur`);
    for (const line of summaryOf(await endsOf(stage))) write(line);
    const shown = (await board.shown()).length;
    write(`Op de borden staan ${shown} vragen; ze werden ${board.hints} keer live bijgewerkt`);
    write(`Kijk zelf: ${url}, en de mail op ${url}/demo`);
  } finally {
    board.close();
  }
}

/** One day, with everyone in it. */
class Day {
  private readonly askers: Askers;
  private readonly neighbours: Neighbours;
  private readonly organisers: Organisers;

  constructor(
    private readonly stage: Stage,
    sessions: ReadonlyMap<string, string>,
    coordinatorSession: string,
  ) {
    this.askers = new Askers(stage, coordinatorSession);
    this.neighbours = new Neighbours(stage, this.askers);
    this.organisers = new Organisers(stage, this.neighbours, sessions);
  }

  async play(paceSeconds: number): Promise<void> {
    const { agenda, clock } = this.stage;
    for (const plan of script) agenda.note(plan.minute, () => this.askers.ask(plan));
    for (let minute = 0; minute <= lastMinute; minute += minutesBetweenLooks) agenda.note(minute, nothing);
    for (let moment = agenda.next(lastMinute); moment; moment = agenda.next(lastMinute)) {
      await clock.advanceTo(moment.minute);
      for (const deed of moment.deeds) await deed();
      await this.readMail();
      await sleep(paceSeconds * 1000);
    }
  }

  private async readMail(): Promise<void> {
    for (const delivered of await this.stage.mailbox.settled()) this.read(delivered);
  }

  private read({ to, letter }: Delivered): void {
    const { requests } = this.stage;
    switch (letter.kind) {
      case 'ask': {
        const running = requests.find(({ plan }) => plan.summary === letter.summary);
        if (running) this.neighbours.asked(to, letter.path, running);
        return;
      }
      case 'confirm': {
        const running = requests.find(({ id }) => id === letter.helpRequestId);
        if (running) running.confirmPath = letter.path;
        return;
      }
      case 'outcome':
        this.askedForOutcome(to, letter.path);
        return;
      case 'no-neighbour':
        this.askers.foundNobody(to);
        return;
      case 'work':
        this.organisers.called(to, letter.subject);
        return;
      default:
    }
  }

  private askedForOutcome(to: string, path: string): void {
    const asked = this.stage.requests.find(({ askerEmail }) => askerEmail === to);
    const helped = this.neighbours.helpedBy(to);
    if (asked) this.askers.askedForOutcome(asked, path);
    else if (helped) this.neighbours.askedForOutcome(helped, path);
  }
}

async function nothing(): Promise<void> {
  // A moment at which only the clock moves on.
}

async function endsOf(stage: Stage): Promise<EndOfRequest[]> {
  const ends: EndOfRequest[] = [];
  for (const running of stage.requests) ends.push(await endOf(stage, running));
  return ends;
}

async function endOf(stage: Stage, running: RunningRequest): Promise<EndOfRequest> {
  const { id, session, plan, yesAfter, helped } = running;
  const { status, owner } = (await stage.service.call('getHelpRequest', { id, session })).data;
  return {
    name: nameOf(stage, running),
    urgency: plan.urgency,
    helpersNeeded: plan.helpersNeeded ?? 1,
    status,
    yesAfter,
    helped,
    owner: `${owner.person.givenName}, ${owner.name}, ${owner.person.phone}`,
  };
}
