import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY } from '@app/domain/kernel/time.js';
import { OwnLetters, type CircleLetterFacts } from '@app/features/notifications/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { SlotRow } from './circle.rows.js';
import { CircleStore } from './circle.store.js';

/** What one letter adds to whose circle it is. */
type Particulars = Pick<CircleLetterFacts, 'turns'> & {
  readonly circleId: string;
  readonly otherId?: string | null;
  /** A page of the circle; left out, the agenda. */
  readonly page?: string;
};
type Find = (tx: Transaction, subjectId: string, readerId: string) => Promise<Particulars | undefined>;

/** Gives letters about a circle their facts, as long as they are true for whoever reads them. */
@Injectable()
export class CircleLetters implements OnModuleInit {
  constructor(
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    const finders = {
      'circle-joining': (tx, id) => this.joining(tx, id),
      'circle-joined': (tx, id) => this.joined(tx, id),
      'circle-swap-asked': (tx, id, readerId) =>
        this.turn(tx, id, (slot) => slot.swapAsked && slot.takerId !== readerId, 'taker'),
      'circle-taken-over': (tx, id, readerId) =>
        this.turn(tx, id, ({ takerId }) => takerId !== null && takerId !== readerId, 'taker'),
      'circle-left-out': (tx, id, readerId) => this.leftOut(tx, id, readerId),
      'circle-unfilled': (tx, id) => this.unfilled(tx, id),
      'circle-reminder': (tx, id, readerId) => this.turn(tx, id, ({ takerId }) => takerId === readerId),
    } satisfies Record<string, Find>;
    for (const [template, find] of Object.entries(finders) as [keyof typeof finders, Find][])
      this.letters.register(template, async (tx, subjectId, readerId) => {
        const found = await find(tx, subjectId, readerId);
        return found ? this.facts(tx, readerId, found) : null;
      });
  }

  private async facts(tx: Transaction, readerId: string, found: Particulars): Promise<CircleLetterFacts | null> {
    const circle = await this.store.circle(tx, found.circleId);
    if (!circle) return null;
    const { otherId = null, turns, page = '' } = found;
    const cards = await this.people.cardsOf(tx, [circle.caregiverId, ...(otherId === null ? [] : [otherId])]);
    return {
      reader: circle.caregiverId === readerId ? 'caregiver' : 'member',
      caregiverGivenName: cards.get(circle.caregiverId)?.givenName ?? '',
      otherGivenName: otherId === null ? null : (cards.get(otherId)?.givenName ?? null),
      turns,
      circleUrl: `${this.config.publicUrl}/kring${page}`,
    };
  }

  private async joining(tx: Transaction, memberId: string): Promise<Particulars | undefined> {
    const member = await this.store.member(tx, memberId);
    if (member?.status !== 'waiting') return undefined;
    const { circleId, personId: otherId } = member;
    return { circleId, otherId, turns: [], page: `/${circleId}/mensen` };
  }

  private async joined(tx: Transaction, memberId: string): Promise<Particulars | undefined> {
    const member = await this.store.member(tx, memberId);
    if (member?.status !== 'active') return undefined;
    return { circleId: member.circleId, turns: [], page: `/${member.circleId}` };
  }

  /** One turn that is still to come, as long as something holds of it. */
  private async turn(
    tx: Transaction,
    slotId: string,
    holds: (slot: SlotRow) => boolean,
    about?: 'taker',
  ): Promise<Particulars | undefined> {
    const slot = await this.store.slot(tx, slotId);
    if (!slot || slot.startsAt.getTime() <= tx.now || !holds(slot)) return undefined;
    const { circleId, takerId } = slot;
    return { circleId, otherId: about ? takerId : null, turns: [turnOf(slot)], page: `/${circleId}` };
  }

  /** Who may be out of the circle by now, so the letter leads to what they do have. */
  private async leftOut(tx: Transaction, slotId: string, readerId: string): Promise<Particulars | undefined> {
    const slot = await this.store.slot(tx, slotId);
    if (!slot || slot.takerId === readerId) return undefined;
    return { circleId: slot.circleId, turns: [turnOf(slot)] };
  }

  private async unfilled(tx: Transaction, circleId: string): Promise<Particulars | undefined> {
    const slots = await this.store.slots(tx, circleId, new Date(tx.now + 14 * DAY));
    const open = slots.filter(({ status, startsAt }) => status === 'open' && startsAt.getTime() > tx.now);
    return open.length === 0 ? undefined : { circleId, turns: open.slice(0, 20).map(turnOf), page: `/${circleId}` };
  }
}

function turnOf({ startsAt, category }: SlotRow): CircleLetterFacts['turns'][number] {
  return { from: startsAt.getTime(), category };
}
