import {
  assign,
  campaignPlan,
  invitationRefusal,
  lettersUntil,
  measuredAt,
  segmentOf,
  type Part,
  type Segment,
} from '../../domain/activation/index.js';
import { DAY, type Instant } from '../../domain/kernel/time.js';
import { sendRefusal } from '../../domain/matching/index.js';
import { dayOf } from '../calendar.js';
import type { World } from '../world/world.js';
import type { Lives } from '../year/lives.js';

/** What is assumed of a letter; nobody measured it here. */
export interface LetterAssumptions {
  /** How much readier somebody is after a letter, in logits; 0 for a letter that does nothing. */
  readonly logits: number;
  /** The day of the year on which the campaign begins. */
  readonly startDay: number;
  /** As many organisations write at once, each its letters a day. */
  readonly organisations: number;
  /** Whom it is about; without, everybody. */
  readonly of?: (who: number) => boolean;
  /** The groups of the product that are written to; without, both in which nobody helped yet. */
  readonly segments?: readonly Segment[];
  /** The name by which somebody is drawn; without, their number. */
  readonly nameOf?: (who: number) => string;
}

const neverHelped: readonly Segment[] = ['never-asked', 'asked-and-silent'];

/**
 * A campaign in the twin, by the functions of the product: the same groups, refusals and draw, so many letters a morning,
 * each a message of somebody's week, and one look at the outcome. What a letter does to somebody is assumed.
 */
export class TwinCampaign {
  private waiting: number[] = [];
  /** The group in which somebody was drawn: they are written to while they are in it. */
  private readonly groups = new Map<number, Segment>();
  /** When each letter left, by who got it. */
  readonly writtenAt = new Map<number, Instant>();
  private readonly arms: { invited: readonly number[]; heldOut: readonly number[] } = { invited: [], heldOut: [] };
  private helpsAtStart: Uint16Array = new Uint16Array();
  private outcome: { readonly invited: Part; readonly heldOut: Part } | undefined;
  private begun: Instant | undefined;

  constructor(
    private readonly people: Pick<World['people'], 'count' | 'weeklyBudget'>,
    private readonly seed: number,
    private readonly assumed: LetterAssumptions,
  ) {}

  get letters(): number {
    return this.writtenAt.size;
  }

  /** Of the people drawn, how many helped in the time that counts; undefined when the year was too short. */
  get result(): { readonly invited: Part; readonly heldOut: Part } | undefined {
    return this.outcome;
  }

  /** Who was drawn into which part, in the order of the draw. */
  get drawn(): { readonly invited: readonly number[]; readonly heldOut: readonly number[] } {
    return this.arms;
  }

  get startedAt(): Instant | undefined {
    return this.begun;
  }

  /** What the campaign does in the morning of each day. */
  morning(lives: Lives): void {
    if (dayOf(lives.now) < this.assumed.startDay || this.outcome) return;
    if (this.begun === undefined) this.draw(lives);
    const since = this.begun ?? lives.now;
    if (lives.now < lettersUntil(since)) this.write(lives);
    if (lives.now >= measuredAt(since)) this.look(lives);
  }

  private draw(lives: Lives): void {
    const { of = () => true, nameOf = String, segments = neverHelped } = this.assumed;
    const byName = new Map<string, number>();
    for (let who = 0; who < this.people.count; who += 1) {
      const group = of(who) ? this.groupNow(lives, who) : null;
      if (group === null || !segments.includes(group)) continue;
      byName.set(nameOf(who), who);
      this.groups.set(who, group);
    }
    const { invited, heldOut } = assign([...byName.keys()], this.seed);
    const numbers = (names: readonly string[]): number[] => names.flatMap((name) => byName.get(name) ?? []);
    this.arms.invited = numbers(invited);
    this.arms.heldOut = numbers(heldOut);
    this.waiting = [...this.arms.invited];
    this.helpsAtStart = Uint16Array.from(lives.helps);
    this.begun = lives.now;
  }

  /** The group of somebody who may be written to; nobody in the twin asks for help, is shut out or refuses letters. */
  private groupNow(lives: Lives, who: number): Segment | null {
    const refusal = invitationRefusal(
      {
        wantsInvitations: true,
        pausedUntil: lives.pausedUntil(who),
        weeklyBudget: this.budgetOf(who),
        barred: false,
        asksForHelp: false,
        heavilyBurdened: false,
        inCampaign: false,
        daysSinceInvitation: null,
      },
      lives.now,
    );
    if (refusal !== null) return null;
    return segmentOf({
      helps: lives.helps[who] ?? 0,
      asks: lives.asksEver[who] ?? 0,
      daysWilling: daysSince(lives.joined(who), lives.now) ?? 0,
      daysSinceLastAsk: daysSince(lives.lastAskedAt(who), lives.now),
      daysSinceLastHelp: daysSince(lives.lastCompletedAt(who), lives.now),
    });
  }

  private write(lives: Lives): void {
    let room = campaignPlan.lettersADay * this.assumed.organisations;
    const later: number[] = [];
    for (const who of this.waiting) {
      if (room === 0 || !this.mayLeave(lives, who)) {
        later.push(who);
        continue;
      }
      lives.letter(who);
      this.writtenAt.set(who, lives.now);
      room -= 1;
      // Whoever is gone without a word does not read it.
      if (lives.reads(who)) lives.encourage(who, this.assumed.logits);
    }
    this.waiting = later;
  }

  /** What the product asks when it is somebody's turn; whoever may not have theirs now is tried again the next morning. */
  private mayLeave(lives: Lives, who: number): boolean {
    const refusal = sendRefusal(
      {
        requestOpen: this.groupNow(lives, who) === this.groups.get(who),
        blocked: false,
        pausedUntil: lives.pausedUntil(who),
        lastDeclinedAt: lives.lastDeclinedAt(who),
        lastCompletedAt: lives.lastCompletedAt(who),
        quietNow: lives.isQuiet(who),
        asksLast7Days: lives.asksThisWeek(who) + 1,
        weeklyBudget: this.budgetOf(who),
      },
      lives.now,
    );
    return refusal === null;
  }

  private budgetOf(who: number): number {
    return this.people.weeklyBudget[who] ?? 0;
  }

  private look(lives: Lives): void {
    const part = (people: readonly number[]): Part => ({
      people: people.length,
      helped: people.filter((who) => (lives.helps[who] ?? 0) > (this.helpsAtStart[who] ?? 0)).length,
    });
    this.outcome = { invited: part(this.arms.invited), heldOut: part(this.arms.heldOut) };
  }
}

function daysSince(at: Instant | null, now: Instant): number | null {
  return at === null ? null : Math.floor((now - at) / DAY);
}
