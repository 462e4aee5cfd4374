import { assign, campaignPlan, segmentOf, type Part, type Segment } from '../../domain/activation/index.js';
import { DAY, type Instant } from '../../domain/kernel/time.js';
import { START } from '../calendar.js';
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
 * A campaign in the twin, with the very rules and draw of the product: the same groups, the same held-out part, so many
 * letters a day, each counted in somebody's week, and one look at the outcome. What a letter does to somebody is assumed.
 */
export class TwinCampaign {
  private readonly lastAsk: Float64Array;
  private waiting: number[] = [];
  /** When each letter left, by who got it. */
  readonly writtenAt = new Map<number, Instant>();
  private readonly arms: { invited: readonly number[]; heldOut: readonly number[] } = { invited: [], heldOut: [] };
  private helpsAtStart: Uint16Array = new Uint16Array();
  private outcome: { readonly invited: Part; readonly heldOut: Part } | undefined;
  letters = 0;

  constructor(
    private readonly people: number,
    private readonly seed: number,
    private readonly assumed: LetterAssumptions,
  ) {
    this.lastAsk = new Float64Array(people);
  }

  /** Of the people drawn, how many helped in the time that counts; undefined when the year was too short. */
  get result(): { readonly invited: Part; readonly heldOut: Part } | undefined {
    return this.outcome;
  }

  /** Who was drawn into which part, in the order of the draw. */
  get drawn(): { readonly invited: readonly number[]; readonly heldOut: readonly number[] } {
    return this.arms;
  }

  /** What the campaign does at the end of a day. */
  endDay(lives: Lives): void {
    const day = Math.round((lives.now - START) / DAY);
    this.noteAsks(lives);
    if (day === this.assumed.startDay) this.draw(lives);
    if (day >= this.assumed.startDay && day < this.assumed.startDay + campaignPlan.sendingDays) this.write(lives);
    if (day === this.assumed.startDay + campaignPlan.measuredAfterDays) this.look(lives);
  }

  private noteAsks(lives: Lives): void {
    for (let who = 0; who < this.people; who += 1) if (lives.asksThisWeek(who) > 0) this.lastAsk[who] = lives.now;
  }

  private draw(lives: Lives): void {
    const { of = () => true, nameOf = String } = this.assumed;
    const byName = new Map<string, number>();
    for (let who = 0; who < this.people; who += 1)
      if (of(who) && this.mayBeWritten(lives, who)) byName.set(nameOf(who), who);
    const { invited, heldOut } = assign([...byName.keys()], this.seed);
    const numbers = (names: readonly string[]): number[] => names.flatMap((name) => byName.get(name) ?? []);
    this.arms.invited = numbers(invited);
    this.arms.heldOut = numbers(heldOut);
    this.waiting = [...this.arms.invited];
    this.helpsAtStart = Uint16Array.from(lives.helps);
  }

  /** Whoever is in one of the groups and not away. */
  private mayBeWritten(lives: Lives, who: number): boolean {
    const segment = segmentOf({
      helps: lives.helps[who] ?? 0,
      asks: lives.asksEver[who] ?? 0,
      daysWilling: Math.round((lives.now - START) / DAY),
      daysSinceLastAsk: daysSince(this.lastAsk[who] ?? 0, lives.now),
      daysSinceLastHelp: null,
    });
    const { segments = neverHelped } = this.assumed;
    return segment !== null && segments.includes(segment) && lives.pausedUntil(who) === null;
  }

  private write(lives: Lives): void {
    const today = this.waiting.splice(0, campaignPlan.lettersADay * this.assumed.organisations);
    for (const who of today) {
      if (lives.pausedUntil(who) !== null) continue;
      // A letter is a message like an ask: it tires, and whoever is gone does not read it.
      lives.ask(who);
      this.writtenAt.set(who, lives.now);
      this.letters += 1;
      if (lives.reads(who)) lives.encourage(who, this.assumed.logits);
    }
  }

  private look(lives: Lives): void {
    const part = (people: readonly number[]): Part => ({
      people: people.length,
      helped: people.filter((who) => (lives.helps[who] ?? 0) > (this.helpsAtStart[who] ?? 0)).length,
    });
    this.outcome = { invited: part(this.arms.invited), heldOut: part(this.arms.heldOut) };
  }
}

function daysSince(at: Instant, now: Instant): number | null {
  return at === 0 ? null : Math.floor((now - at) / DAY);
}
