import { isAskingHour, minutesUntilAskingHour } from '../../domain/matching/asking-hours.js';
import { DAY, HOUR, type Instant, MINUTE } from '../../domain/kernel/time.js';
import { learnAt } from '../../domain/learning/index.js';
import { sendRefusal } from '../../domain/matching/index.js';
import { Agenda } from '../agenda.js';
import { dayOf, localTimeOf, START } from '../calendar.js';
import type { AskPolicy, ChosenAsk } from '../policies/ask-policy.js';
import type { Arrival } from '../world/arrivals.js';
import { replyOf, trueLogit } from '../world/truth.js';
import { suitedTo, type World } from '../world/world.js';
import { boardYeses } from './board.js';
import { Lives } from './lives.js';
import { Neighbour } from './neighbour.js';
import { OpenRequest, type SentAsk } from './open-request.js';
import { YearRecord } from './record.js';

const MORNING = 10 * HOUR;

/** Makes a policy for one world; what is learned in one year is not known in another. */
export type PolicyMaker = (world: World, lives: Lives) => AskPolicy;

type YearEvent =
  | { readonly kind: 'day' }
  | { readonly kind: 'morning' }
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'look'; readonly request: OpenRequest; readonly turn: number }
  | { readonly kind: 'reply'; readonly request: OpenRequest; readonly ask: SentAsk }
  | { readonly kind: 'board-yes'; readonly request: OpenRequest; readonly neighbour: Neighbour }
  | { readonly kind: 'deadline' | 'window-end' | 'learn'; readonly request: OpenRequest };

/** Who looks on, or has something happen, while a year is lived. */
export interface YearWitness {
  /** Ten in the morning of each day, when organisations write. */
  readonly morning?: (lives: Lives) => void;
  /** A day is over; what happens here belongs to it. */
  readonly endDay?: (lives: Lives) => void;
  /** A request begins; what it comes to stands in it once the year is over. */
  readonly begin?: (request: OpenRequest) => void;
}

/** A year of the municipality under one policy; the same world and policy give the same year. */
export function liveYear(world: World, makePolicy: PolicyMaker, witness: YearWitness = {}): YearRecord {
  return new Year(world, makePolicy, witness).run();
}

class Year {
  private readonly agenda = new Agenda<YearEvent>();
  private readonly lives: Lives;
  private readonly policy: AskPolicy;
  private readonly record: YearRecord;

  constructor(
    private readonly world: World,
    makePolicy: PolicyMaker,
    private readonly witness: YearWitness,
  ) {
    this.lives = new Lives(world);
    this.policy = makePolicy(world, this.lives);
    this.record = new YearRecord(world);
    this.record.presentWeeks = world.people.count;
  }

  run(): YearRecord {
    for (let day = 1; day <= this.world.days; day += 1) this.agenda.add(START + day * DAY, { kind: 'day' });
    if (this.witness.morning) {
      for (let day = 0; day < this.world.days; day += 1)
        this.agenda.add(START + day * DAY + MORNING, { kind: 'morning' });
    }
    for (const arrival of this.world.arrivals) this.agenda.add(arrival.at, { kind: 'arrival', arrival });
    for (let next = this.agenda.next(); next !== undefined; next = this.agenda.next()) {
      this.lives.moveTo(next.at);
      this.happen(next.event, next.at);
    }
    return this.record;
  }

  private happen(event: YearEvent, now: Instant): void {
    switch (event.kind) {
      case 'day':
        return this.endDay(now);
      case 'morning':
        return this.witness.morning?.(this.lives);
      case 'arrival':
        return this.open(event.arrival, now);
      case 'look':
        if (event.turn === event.request.lookTurn) this.look(event.request, now);
        return;
      case 'reply':
        return this.answer(event.request, event.ask, now);
      case 'board-yes':
        return this.takeFromBoard(event.request, event.neighbour, now);
      case 'deadline':
        return this.passDeadline(event.request, now);
      case 'window-end':
        return this.endWindow(event.request, now);
      case 'learn':
        return this.policy.learn?.(event.request.closed(now, MINUTE));
    }
  }

  private endDay(now: Instant): void {
    this.lives.endDay();
    this.witness.endDay?.(this.lives);
    const present = this.lives.countPresent();
    if (this.record.covers(now) && dayOf(now) % 7 === 0) this.record.presentWeeks += present;
    this.record.presentAtEnd = present;
  }

  private open(arrival: Arrival, now: Instant): void {
    const neighbours = suitedTo(this.world, arrival).map(
      (suited) => new Neighbour(this.world, this.lives, this.policy.effectOf, suited),
    );
    const request = new OpenRequest(arrival, neighbours);
    this.witness.begin?.(request);
    this.agenda.add(arrival.deadline, { kind: 'deadline', request });
    this.agenda.add(arrival.windowUntil, { kind: 'window-end', request });
    if (this.policy.board || this.world.parameters.boardBesideAsks > 0) {
      for (const { at, neighbour } of boardYeses(this.world, this.lives, request)) {
        this.agenda.add(at, { kind: 'board-yes', request, neighbour });
      }
    }
    this.look(request, now);
  }

  private look(request: OpenRequest, now: Instant): void {
    if (!request.isOpen(now)) return;
    const localNow = localTimeOf(now);
    request.lookTurn += 1;
    const again: YearEvent = { kind: 'look', request, turn: request.lookTurn };
    if (request.arrival.urgency === 'planned' && !isAskingHour(localNow)) {
      this.agenda.add(now + minutesUntilAskingHour(localNow) * MINUTE, again);
      return;
    }
    const { index, area } = request.arrival;
    const { round, neighbours, outstanding } = request;
    const wave = this.policy.look({
      request: request.toCover(),
      index,
      area,
      now,
      localNow,
      round,
      neighbours,
      outstanding,
    });
    if (wave.asks.length > 0) request.round += 1;
    if (wave.nobodyReachableNow === true) request.apply({ type: 'escalate-unreachable' }, now);
    for (const ask of wave.asks) this.send(request, ask, now);
    if (now + wave.nextLookInMs <= request.arrival.deadline) this.agenda.add(now + wave.nextLookInMs, again);
  }

  /** What the sender does: it looks again before it sends, and takes back what may not go out. */
  private send(request: OpenRequest, { personId, probability, record }: ChosenAsk, now: Instant): void {
    const neighbour = request.neighbours.find((each) => each.personId === personId);
    if (neighbour === undefined) throw new Error('A policy asked somebody whom the request does not suit');
    const { blocked, pausedUntil, lastDeclinedAt, lastCompletedAt, quietNow, weeklyBudget, who } = neighbour;
    const known = { requestOpen: true, blocked, pausedUntil, lastDeclinedAt, lastCompletedAt, quietNow, weeklyBudget };
    const refusal = sendRefusal({ ...known, asksLast7Days: neighbour.asksLast7Days + 1 }, now);
    if (refusal !== null && (refusal !== 'budget' || this.policy.keepsBudgets)) return;
    const { arrival } = request;
    const logit = trueLogit(this.world, arrival, who, neighbour.distanceKm, this.lives.mood(who));
    const reply = this.lives.reads(who)
      ? replyOf(this.world, arrival, who, logit)
      : { kind: 'silent' as const, minutes: 0 };
    const ask = { personId, probability, askedAt: now, neighbour, record, reply, answered: false };
    neighbour.alreadyAskedForThis = true;
    request.asks.push(ask);
    request.outstanding.push(ask);
    this.lives.ask(who);
    this.record.sent(who, now);
    if (reply.kind !== 'silent') this.agenda.add(now + reply.minutes * MINUTE, { kind: 'reply', request, ask });
  }

  private answer(request: OpenRequest, ask: SentAsk, now: Instant): void {
    ask.answered = true;
    request.outstanding = request.outstanding.filter((each) => each !== ask);
    if (ask.reply.kind === 'declined') {
      this.lives.decline(ask.neighbour.who);
      this.look(request, now);
    } else if (!this.fill(request, ask.neighbour, now)) this.record.lateYeses += 1;
  }

  private takeFromBoard(request: OpenRequest, neighbour: Neighbour, now: Instant): void {
    if (this.lives.reads(neighbour.who)) this.fill(request, neighbour, now);
  }

  private fill(request: OpenRequest, { who, personId, trust }: Neighbour, now: Instant): boolean {
    if (!request.isOpen(now)) return false;
    const openAgreements = this.lives.openAgreements[who] ?? 0;
    const acceptanceId = `${request.state.id}-${personId}`;
    const yes = { type: 'accept', acceptanceId, personId, trust, openAgreements, waitlist: false } as const;
    if (!request.apply(yes, now)) return false;
    this.lives.agree(who);
    const { index, at, urgency } = request.arrival;
    const byFirstTimer = this.lives.helps[who] === 0;
    this.record.requests.push({ index, minutesToYes: (now - at) / MINUTE, byFirstTimer, asks: request.asks.length });
    this.agenda.add(learnAt(urgency, { at: now, filled: true }), { kind: 'learn', request });
    return true;
  }

  private passDeadline(request: OpenRequest, now: Instant): void {
    if (request.state.status !== 'open') return;
    const { index } = request.arrival;
    this.record.requests.push({ index, minutesToYes: null, byFirstTimer: false, asks: request.asks.length });
    this.policy.learn?.(request.closed(now, MINUTE));
  }

  /** The help is over and thanked, or the request ends unhelped. */
  private endWindow(request: OpenRequest, now: Instant): void {
    const helper = request.state.acceptances.find(({ seat }) => seat !== null);
    if (helper === undefined) {
      request.apply({ type: 'tick' }, now);
      return;
    }
    request.apply({ type: 'record-outcome', by: 'asker', personId: request.state.askerId, helped: true }, now);
    const who = request.neighbours.find(({ personId }) => personId === helper.personId)?.who;
    if (who === undefined) throw new Error('Somebody helped whom the request does not suit');
    if (this.lives.helps[who] === 0 && this.record.covers(now)) this.record.firstHelpOf[who] = 1;
    this.lives.complete(who);
  }
}
