import { Inject, Injectable } from '@nestjs/common';
import { PeopleDirectory } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import type { HelpRequestRow } from './help-request.row.js';
import { HelpRequestStore } from './help-request.store.js';
import { RequestDecider } from './request-decider.js';
import { RequestWordsVault } from './request-words.js';

const running = `status IN ('unconfirmed', 'in-review', 'open', 'matched', 'confirmed')`;

/** What a person asked and where they said yes. Of the other side it tells nothing. */
@Injectable()
@HoldsPersonalData('help-requests', 10)
export class RequestData implements PersonalDataHolder {
  constructor(
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(RequestDecider) private readonly decider: RequestDecider,
    @Inject(RequestWordsVault) private readonly words: RequestWordsVault,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
  ) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const own = await tx.query<{ id: string }>(
      'SELECT id FROM help_request WHERE municipality_id = $1 AND asker_id = $2 ORDER BY posted_at',
      [tx.tenancy.municipalityId, personId],
    );
    const asked: unknown[] = [];
    for (const { id } of own) {
      const loaded = await this.store.read(tx, id);
      if (loaded) asked.push(await this.asked(tx, loaded.row));
    }
    const helped = await tx.query(
      `SELECT a.status, a.since, h.category, h.window_from AS "from", h.window_until AS "until"
         FROM acceptance a JOIN help_request h ON h.municipality_id = a.municipality_id AND h.id = a.help_request_id
        WHERE a.municipality_id = $1 AND a.person_id = $2 ORDER BY a.since`,
      [tx.tenancy.municipalityId, personId],
    );
    return { asked, helped };
  }

  private async asked(tx: Transaction, row: HelpRequestRow): Promise<Readonly<Record<string, unknown>>> {
    const words = (await this.words.wordsOf(tx, [row])).get(row.id);
    const moment = (instant: number | null): string | null =>
      instant === null ? null : new Date(instant).toISOString();
    return {
      postedAt: moment(row.postedAt),
      closedAt: moment(row.closedAt),
      status: row.status,
      category: row.category,
      urgency: row.urgency,
      summary: words?.summary ?? null,
      address: words?.address ?? null,
      neighbourhoodCode: row.neighbourhoodCode,
      from: moment(row.windowFrom),
      until: moment(row.windowUntil),
      expectedMinutes: row.expectedMinutes,
      weekly: row.weekly,
      helped: row.outcomeHelped,
    };
  }

  /** Whoever said yes hears that it is off; whoever counted on this person gets the next neighbour. */
  async erase(tx: Transaction, personId: string): Promise<void> {
    const key = [tx.tenancy.municipalityId, personId];
    const asked = await tx.query<{ id: string }>(
      `SELECT id FROM help_request WHERE municipality_id = $1 AND asker_id = $2 AND ${running} ORDER BY id`,
      key,
    );
    const helping = await tx.query<{ id: string }>(
      `SELECT DISTINCT a.help_request_id AS id FROM acceptance a
         JOIN help_request h ON h.municipality_id = a.municipality_id AND h.id = a.help_request_id
        WHERE a.municipality_id = $1 AND a.person_id = $2
          AND a.status IN ('accepted', 'confirmed', 'waitlisted') AND h.${running} ORDER BY 1`,
      key,
    );
    for (const { id } of asked) await this.end(tx, id, { type: 'cancel' });
    for (const { id } of helping) await this.end(tx, id, { type: 'withdraw', personId, personIdsAtLimit: [] });
    const beneficiaries = await tx.query<{ id: string }>(
      'SELECT beneficiary_id AS id FROM help_request WHERE municipality_id = $1 AND asker_id = $2 AND beneficiary_id IS NOT NULL',
      key,
    );
    await wipeWords(tx, 'asker_id = $2', personId);
    await this.people.eraseWithoutAccount(
      tx,
      beneficiaries.map(({ id }) => id),
    );
  }

  async wasActiveSince(tx: Transaction, personId: string, since: number): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM help_request WHERE municipality_id = $1 AND posted_at > $3
                                 AND (asker_id = $2 OR posted_by_id = $2 OR beneficiary_id = $2))
                   OR EXISTS (SELECT 1 FROM acceptance WHERE municipality_id = $1 AND person_id = $2 AND since > $3)`,
      [tx.tenancy.municipalityId, personId, new Date(since)],
    );
    return rows.length > 0;
  }

  private async end(tx: Transaction, id: string, command: Parameters<RequestDecider['apply']>[2]): Promise<void> {
    const loaded = await this.store.lock(tx, id);
    // A refusal means that it ended in the meantime, which is what was wanted.
    if (loaded) await this.decider.apply(tx, loaded, command);
  }
}

/** Takes every word from requests; the condition may use $2. Needs a system transaction. */
export async function wipeWords(tx: Transaction, condition: string, parameter: string): Promise<void> {
  await tx.query(
    `UPDATE help_request SET summary_enc = NULL, address_enc = NULL, contact_enc = NULL, outcome_note_enc = NULL, weekly = NULL
      WHERE municipality_id = $1 AND ${condition}`,
    [tx.tenancy.municipalityId, parameter],
  );
}
