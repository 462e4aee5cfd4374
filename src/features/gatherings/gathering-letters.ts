import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AreaDirectory } from '@app/features/associations/index.js';
import { OwnLetters, type GatheringLetterFacts } from '@app/features/notifications/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { GatheringDateRow } from './gathering.rows.js';
import { GatheringStore } from './gathering.store.js';

const stillOn = ({ status }: GatheringDateRow): boolean => status === 'planned';
const isOff = ({ status }: GatheringDateRow): boolean => status === 'cancelled';

/** When each letter is still true. */
const truths = {
  'gathering-cancelled': isOff,
  'gathering-cancelled-now': isOff,
  'gathering-changed': stillOn,
  'gathering-reminder': stillOn,
} as const;

/** Gives letters about a gathering their facts, as long as they are true and its reader still comes. */
@Injectable()
export class GatheringLetters implements OnModuleInit {
  constructor(
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(GatheringStore) private readonly store: GatheringStore,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    for (const [template, isTrue] of Object.entries(truths) as [
      keyof typeof truths,
      (typeof truths)[keyof typeof truths],
    ][])
      this.letters.register(template, async (tx, dateId, readerId) => {
        const date = await this.store.date(tx, dateId);
        if (!date || date.startsAt.getTime() <= tx.now || !isTrue(date)) return null;
        return (await this.comes(tx, dateId, readerId)) ? this.facts(tx, date) : null;
      });
  }

  private async comes(tx: Transaction, dateId: string, personId: string): Promise<boolean> {
    return (await this.store.visitorsOf(tx, dateId)).includes(personId);
  }

  private async facts(tx: Transaction, date: GatheringDateRow): Promise<GatheringLetterFacts | null> {
    const gathering = await this.store.gathering(tx, date.gatheringId);
    if (!gathering) return null;
    const { title, place, neighbourhoodCode, associationId, id } = gathering;
    const { name: organisation, contact } = await this.areas.organisation(tx, associationId);
    return {
      gatheringDateId: date.id,
      title,
      place,
      neighbourhoodName: (await this.areas.neighbourhood(tx, neighbourhoodCode))?.name ?? '',
      from: date.startsAt.getTime(),
      until: date.endsAt.getTime(),
      pageUrl: `${this.config.publicUrl}/ontmoetingen${isOff(date) ? '' : `/${id}`}`,
      organiser: { organisation, givenName: contact.givenName, phone: contact.phone },
    };
  }
}
