import { Inject, Injectable } from '@nestjs/common';
import { campaignPlan } from '@app/domain/activation/index.js';
import { DAY } from '@app/domain/kernel/time.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import { CampaignStore } from './campaign.store.js';
import { wordsPlace } from './invitation-letters.js';

/** Whether and when somebody was invited, and what a coordinator wrote. */
@Injectable()
@HoldsPersonalData('invitations', 25)
export class ActivationData implements PersonalDataHolder {
  constructor(
    @Inject(CampaignStore) private readonly store: CampaignStore,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const key = [tx.tenancy.municipalityId, personId];
    const drawn = await tx.query(
      `SELECT c.segment AS "group", i.arm AS part, i.written_at AS "writtenAt", i.unwelcome_at AS "unwelcomeAt", c.started_at AS "startedAt"
         FROM invitation i JOIN campaign c ON c.municipality_id = i.municipality_id AND c.id = i.campaign_id
        WHERE i.municipality_id = $1 AND i.person_id = $2 ORDER BY c.started_at`,
      key,
    );
    const written = await tx.query<{ id: string; words_enc: Buffer | null; started_at: Date }>(
      'SELECT id, words_enc, started_at FROM campaign WHERE municipality_id = $1 AND started_by_id = $2 ORDER BY started_at',
      key,
    );
    const cipher = (await this.vault.ciphersOf(tx, [personId])).get(personId);
    return {
      drawn,
      started: written.map(({ id, words_enc: sealed, started_at: startedAt }) => ({
        startedAt,
        words: cipher && sealed ? cipher.open(sealed, wordsPlace(id)) : null,
      })),
    };
  }

  erase(tx: Transaction, personId: string): Promise<void> {
    return this.store.forget(tx, personId, campaignPlan.measuredAfterDays * DAY);
  }
}
