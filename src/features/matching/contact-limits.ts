import { Inject, Injectable } from '@nestjs/common';
import type { Category } from '@app/contracts/http/vocabulary.js';
import { asksInLast7Days, sendRefusal, type SendRefusal } from '@app/domain/matching/index.js';
import { isQuiet } from '@app/domain/schedule/index.js';
import { PersonStanding } from '@app/features/people/index.js';
import { among } from '@app/platform/database/among.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { countLetter, uncountLetter } from './week-load.js';

/** Somebody who is to be written to, and what is known of what it is about. */
interface Contact {
  readonly personId: string;
  readonly open: boolean;
  readonly blocked: boolean;
  /** The kind of help it is about; left out where it is about none. */
  readonly category?: Category;
  /** Whether they are asked by somebody whom they helped before and who wants them again. */
  readonly wantedAgain?: boolean;
}

interface LimitsRow {
  readonly person_id: string;
  readonly weekly_ask_budget: number;
  readonly quiet_from_minute: number;
  readonly quiet_until_minute: number;
  readonly paused_until: Date | null;
  readonly again_at_once: boolean;
  readonly last_declined_at: Date | null;
  readonly last_completed_at: Date | null;
  readonly recent_ask_times: Date[] | null;
  readonly categories: readonly Category[];
}

/** What somebody set for how they may be written to. Every message that asks something of a person passes here. */
@Injectable()
export class ContactLimits {
  constructor(@Inject(PersonStanding) private readonly standing: PersonStanding) {}

  /** Why this person may not be sent what counts in their week already; null when they may. Needs a system transaction. */
  async refusal(tx: Transaction, personId: string, about: Omit<Contact, 'personId'>): Promise<SendRefusal | null> {
    const [refusal = null] = await this.refusals(tx, [{ ...about, personId }]);
    return refusal;
  }

  /** The same of several at once, in their order. */
  async refusals(tx: Transaction, contacts: readonly Contact[]): Promise<(SendRefusal | null)[]> {
    if (contacts.length === 0) return [];
    const people = contacts.map(({ personId }) => personId);
    const [limits, barred] = await Promise.all([limitsOf(tx, people), this.standing.barredFromHelping(tx, people)]);
    return contacts.map((contact) => {
      const own = limits.get(contact.personId);
      return own ? refusalOf(tx.now, contact, own, barred.has(contact.personId)) : 'not-open';
    });
  }

  /**
   * Counts an invitation in somebody's week, if pause, rest, quiet hours and budget allow it now; it is no ask and does not
   * count as one. Needs a system transaction.
   */
  async claim(tx: Transaction, personId: string): Promise<boolean> {
    if ((await this.refusal(tx, personId, { open: true, blocked: false })) !== null) return false;
    return countLetter(tx, personId);
  }

  /** An invitation that was counted at this moment and never sent has cost nobody anything. */
  giveBack(tx: Transaction, personId: string, countedAt: number): Promise<void> {
    return uncountLetter(tx, personId, countedAt);
  }
}

async function limitsOf(tx: Transaction, people: readonly string[]): Promise<ReadonlyMap<string, LimitsRow>> {
  const { condition, value } = among('$2', people);
  const rows = await tx.query<LimitsRow>(
    `SELECT p.person_id, p.weekly_ask_budget, p.quiet_from_minute, p.quiet_until_minute, p.paused_until, p.again_at_once,
            l.last_declined_at, l.last_completed_at, l.recent_ask_times,
            ARRAY(SELECT c.category FROM helper_category c
                   WHERE c.municipality_id = p.municipality_id AND c.person_id = p.person_id) AS categories
       FROM helper_profile p
       LEFT JOIN helper_load l ON l.municipality_id = p.municipality_id AND l.person_id = p.person_id
      WHERE p.municipality_id = $1 AND p.person_id ${condition}`,
    [tx.tenancy.municipalityId, value],
  );
  return new Map(rows.map((row) => [row.person_id, row]));
}

function refusalOf(
  now: number,
  { open, blocked, category, wantedAgain = false }: Contact,
  limits: LimitsRow,
  barred: boolean,
): SendRefusal | null {
  const quiet = { fromMinute: limits.quiet_from_minute, untilMinute: limits.quiet_until_minute };
  const times = (limits.recent_ask_times ?? []).map((time) => time.getTime());
  return sendRefusal(
    {
      blocked: blocked || barred,
      requestOpen: open,
      offersCategory: category === undefined || limits.categories.includes(category),
      pausedUntil: limits.paused_until?.getTime() ?? null,
      lastDeclinedAt: limits.last_declined_at?.getTime() ?? null,
      // As when they are chosen: whoever wants it so may be asked again at once by whom they helped.
      lastCompletedAt: wantedAgain && limits.again_at_once ? null : (limits.last_completed_at?.getTime() ?? null),
      quietNow: isQuiet(localMoment(now).minuteOfDay, quiet),
      asksLast7Days: asksInLast7Days(times, now),
      weeklyBudget: limits.weekly_ask_budget,
    },
    now,
  );
}
