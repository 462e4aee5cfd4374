import { DAY, type Instant } from '../../domain/kernel/time.js';
import { afterAsk, afterHelp, asksInLast7Days, decayedFatigue, fadedThanks } from '../../domain/matching/index.js';
import { isQuiet } from '../../domain/schedule/index.js';
import { localTimeOf, START } from '../calendar.js';
import { quietHours } from '../parameters.js';
import { streams } from '../random.js';
import type { Mood } from '../world/truth.js';
import type { World } from '../world/world.js';

const WEEK = 7 * DAY;
/** Who counts as having helped lately, for leaving. */
const LATELY = 90 * DAY;
/** Whoever helped before the first day is a regular helper. */
const HELPS_BEFORE = 2;

/** Present, away and known to be, or away without having said so. */
const here = 0;
const away = 1;
const awayUnseen = 2;

/** What the year does to everybody registered; load is counted by the rules of the product. */
export class Lives {
  now: Instant = START;
  readonly asksEver: Uint32Array;
  readonly helps: Uint16Array;
  readonly openAgreements: Uint8Array;
  /** When somebody muted or left, 0 for who is here. */
  readonly leftAt: Float64Array;
  private readonly presence: Uint8Array;
  private readonly joinsAt: Float64Array;
  private readonly fatigueValue: Float64Array;
  private readonly fatigueAt: Float64Array;
  private readonly boostValue: Float64Array;
  private readonly boostAt: Float64Array;
  private readonly declinedAt: Float64Array;
  private readonly completedAt: Float64Array;
  private readonly muteRisk: Float64Array;
  private readonly leaveRisk: Float64Array;
  /** Risk at which this person mutes or leaves, drawn beforehand. */
  private readonly muteAt: Float64Array;
  private readonly leaveAt: Float64Array;
  private readonly recentAsks: Instant[][];
  private readonly askedAt: Float64Array;
  /** What letters of coordinators truly tire; the product does not count it against whoever it chooses next. */
  private readonly letterFatigue: Float64Array;
  private readonly letterAt: Float64Array;
  private quietPatterns: readonly boolean[] = [];

  constructor(private readonly world: World) {
    const { count, helping } = world.people;
    const { chance } = world;
    this.asksEver = new Uint32Array(count);
    this.helps = Uint16Array.from(helping, (helped) => helped * HELPS_BEFORE);
    this.openAgreements = new Uint8Array(count);
    this.leftAt = new Float64Array(count);
    this.presence = new Uint8Array(count);
    this.joinsAt = new Float64Array(count).map((_, who) => START + (world.joinsOn?.[who] ?? 0) * DAY);
    this.fatigueValue = new Float64Array(count);
    this.fatigueAt = new Float64Array(count);
    this.boostValue = new Float64Array(count);
    this.boostAt = new Float64Array(count);
    this.declinedAt = new Float64Array(count);
    this.completedAt = new Float64Array(count);
    this.muteRisk = new Float64Array(count);
    this.leaveRisk = new Float64Array(count);
    this.muteAt = new Float64Array(count).map((_, who) => chance.exponential(streams.mute, who));
    this.leaveAt = new Float64Array(count).map((_, who) => chance.exponential(streams.leave, who));
    this.askedAt = new Float64Array(count);
    this.letterFatigue = new Float64Array(count);
    this.letterAt = new Float64Array(count);
    this.recentAsks = Array.from({ length: count }, () => []);
    this.moveTo(START);
  }

  /** Everything asked below is as it is at this moment. */
  moveTo(now: Instant): void {
    this.now = now;
    const { minuteOfDay } = localTimeOf(now);
    this.quietPatterns = quietHours.map(({ value }) => isQuiet(minuteOfDay, value));
  }

  isQuiet(who: number): boolean {
    return this.quietPatterns[this.world.people.quiet[who] ?? 0] ?? false;
  }

  /** Until when somebody wants no asks; for good, once muted or gone. */
  pausedUntil(who: number): Instant | null {
    if (this.presence[who] === away) return Number.POSITIVE_INFINITY;
    return this.hasJoined(who) ? null : (this.joinsAt[who] ?? null);
  }

  /** Whether an ask is seen at all. */
  reads(who: number): boolean {
    return this.presence[who] === here && this.hasJoined(who);
  }

  private hasJoined(who: number): boolean {
    return (this.joinsAt[who] ?? START) <= this.now;
  }

  /** Since when somebody is registered. */
  joined(who: number): Instant {
    return this.joinsAt[who] ?? START;
  }

  /** How many still read their asks. */
  countPresent(): number {
    return this.presence.reduce((count, presence) => count + (presence === here ? 1 : 0), 0);
  }

  /** Asks and letters of the last seven days: what the weekly budget counts. */
  asksThisWeek(who: number): number {
    const times = this.recentAsks[who];
    if (times === undefined || times.length === 0) return 0;
    while ((times[0] ?? this.now) <= this.now - WEEK) times.shift();
    return asksInLast7Days(times, this.now);
  }

  fatigue(who: number): number {
    const value = this.fatigueValue[who] ?? 0;
    return value === 0 ? 0 : decayedFatigue(value, this.fatigueAt[who] ?? 0, this.now);
  }

  /** 1 just after a thank-you, fading to 0. */
  thankedRecently(who: number): number {
    const at = this.lastCompletedAt(who);
    return at === null ? 0 : fadedThanks(at, this.now);
  }

  lastAskedAt(who: number): Instant | null {
    return instantOrNull(this.askedAt[who]);
  }

  lastDeclinedAt(who: number): Instant | null {
    return instantOrNull(this.declinedAt[who]);
  }

  lastCompletedAt(who: number): Instant | null {
    return instantOrNull(this.completedAt[who]);
  }

  mood(who: number): Mood {
    const boost = this.boost(who) + (this.world.readiness?.(who, this.now) ?? 0);
    const tired = decayedFatigue(this.letterFatigue[who] ?? 0, this.letterAt[who] ?? 0, this.now);
    return { helps: this.helps[who] ?? 0, fatigue: this.fatigue(who) + tired, boost };
  }

  /** One more ask is sent; it may be the one after which somebody mutes. */
  ask(who: number): void {
    this.fatigueValue[who] = afterAsk(this.fatigueValue[who] ?? 0, this.fatigueAt[who] ?? 0, this.now);
    this.fatigueAt[who] = this.now;
    this.asksEver[who] = (this.asksEver[who] ?? 0) + 1;
    this.askedAt[who] = this.now;
    this.receive(who);
  }

  /** A letter of a coordinator is sent: a message of the week, and no ask. */
  letter(who: number): void {
    this.letterFatigue[who] = afterAsk(this.letterFatigue[who] ?? 0, this.letterAt[who] ?? 0, this.now);
    this.letterAt[who] = this.now;
    this.receive(who);
  }

  private receive(who: number): void {
    const { parameters } = this.world;
    this.recentAsks[who]?.push(this.now);
    const risk = parameters.muteHazard * this.asksThisWeek(who) ** parameters.mutePower;
    this.muteRisk[who] = (this.muteRisk[who] ?? 0) + risk;
    if ((this.muteRisk[who] ?? 0) > (this.muteAt[who] ?? 0)) this.leave(who);
  }

  decline(who: number): void {
    this.declinedAt[who] = this.now;
  }

  agree(who: number): void {
    this.openAgreements[who] = (this.openAgreements[who] ?? 0) + 1;
  }

  /** Somebody helped and was thanked. */
  complete(who: number): void {
    const { boost, boostCap } = this.world.parameters;
    this.openAgreements[who] = (this.openAgreements[who] ?? 1) - 1;
    this.helps[who] = (this.helps[who] ?? 0) + 1;
    this.fatigueValue[who] = afterHelp(this.fatigueValue[who] ?? 0, this.fatigueAt[who] ?? 0, this.now);
    this.fatigueAt[who] = this.now;
    this.letterFatigue[who] = afterHelp(this.letterFatigue[who] ?? 0, this.letterAt[who] ?? 0, this.now);
    this.letterAt[who] = this.now;
    this.boostValue[who] = Math.min(boostCap, this.boost(who) + boost);
    this.boostAt[who] = this.now;
    this.completedAt[who] = this.now;
  }

  /** Something made somebody readier to help, by so many logits, fading as thanks do. */
  encourage(who: number, logits: number): void {
    this.boostValue[who] = this.boost(who) + logits;
    this.boostAt[who] = this.now;
  }

  /** A day is over: some leave. */
  endDay(): void {
    const { parameters, people } = this.world;
    const idle = -Math.log1p(-parameters.attritionIdle) / 365;
    const helped = -Math.log1p(-parameters.attritionHelped) / 365;
    for (let who = 0; who < people.count; who += 1) {
      if (!this.hasJoined(who)) continue;
      const at = this.completedAt[who] ?? 0;
      const lately = at > 0 && at > this.now - LATELY;
      this.leaveRisk[who] = (this.leaveRisk[who] ?? 0) + (lately ? helped : idle);
      if ((this.leaveRisk[who] ?? 0) > (this.leaveAt[who] ?? 0)) this.leave(who);
    }
  }

  private boost(who: number): number {
    const value = this.boostValue[who] ?? 0;
    if (value === 0) return 0;
    return value * 0.5 ** ((this.now - (this.boostAt[who] ?? 0)) / (this.world.parameters.boostHalfLifeDays * DAY));
  }

  private leave(who: number): void {
    if (this.presence[who] !== here) return;
    const unseen = this.world.chance.uniform(streams.silent, who) < this.world.parameters.silentLeavers;
    this.presence[who] = unseen ? awayUnseen : away;
    this.leftAt[who] = this.now;
  }
}

function instantOrNull(at: number | undefined): Instant | null {
  return at === undefined || at === 0 ? null : at;
}
