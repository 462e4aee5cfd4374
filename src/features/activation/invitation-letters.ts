import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Category } from '@app/contracts/http/vocabulary.js';
import type { Segment } from '@app/domain/activation/index.js';
import { DAY } from '@app/domain/kernel/time.js';
import { AreaDirectory, usualMinutes } from '@app/features/associations/index.js';
import { ContactLimits } from '@app/features/matching/index.js';
import { ActionTokens, OwnLetters, StillTrue } from '@app/features/notifications/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { CampaignStore } from './campaign.store.js';
import { isHarmful } from './keep-campaign.js';
import { readStillInvitable } from './willing.read-model.js';

/** A first task is small: it takes no longer than this, in minutes. */
const smallMinutes = 30;
const mostTasks = 3;
const linkWorks = 180 * DAY;

/** What a letter of one coordinator to one group says, whoever reads it. */
export interface InvitationWords {
  readonly associationId: string;
  readonly segment: Segment;
  readonly coordinatorGivenName: string;
  readonly words: string;
}

interface InvitationRow {
  readonly campaign_id: string;
  readonly person_id: string | null;
  readonly written_at: Date | null;
  readonly withheld: boolean;
}

/** Gives invitations their words, and looks once more whether they may leave. */
@Injectable()
export class InvitationLetters implements OnModuleInit {
  constructor(
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(StillTrue) private readonly stillTrue: StillTrue,
    @Inject(CampaignStore) private readonly store: CampaignStore,
    @Inject(ContactLimits) private readonly limits: ContactLimits,
    @Inject(ActionTokens) private readonly tokens: ActionTokens,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.letters.register('invitation', (tx, id) => this.factsOf(tx, id));
    this.stillTrue.register('invitation', (tx, id) => this.mayLeave(tx, id));
  }

  /** What stands in the letter. Needs a system transaction. */
  async facts(tx: Transaction, { associationId, ...said }: InvitationWords, reader: string | null, stopPath: string) {
    const { name, contact } = await this.areas.organisation(tx, associationId);
    return {
      ...said,
      sender: { organisation: name, givenName: contact.givenName, phone: contact.phone },
      smallTasks: reader === null ? exampleTasks : await smallTasksOf(tx, reader),
      boardUrl: `${this.config.publicUrl}/hulpvragen`,
      stopUrl: `${this.config.publicUrl}${stopPath}`,
    };
  }

  private async factsOf(tx: Transaction, id: string) {
    const row = await read(tx, id);
    const campaign = row && (await this.store.find(tx, row.campaign_id));
    if (!campaign || !row.person_id) return null;
    const { segment, association_id: associationId, started_by_id: startedBy, words_enc: sealed } = campaign;
    const cipher = (await this.vault.ciphersOf(tx, [startedBy])).get(startedBy);
    // Words of somebody who is gone are nobody's to send.
    if (!cipher) return null;
    const words = sealed === null ? '' : cipher.open(sealed, wordsPlace(campaign.id));
    const coordinatorGivenName = (await this.people.cardsOf(tx, [startedBy])).get(startedBy)?.givenName ?? '';
    const { person_id: personId } = row;
    const stopPath = this.tokens.linkPath(tx, 'no-invitations', personId, personId, tx.now + linkWorks);
    return this.facts(tx, { associationId, segment, coordinatorGivenName, words }, personId, stopPath);
  }

  /** What was true when it was somebody's turn may not be any more; then it did not count in their week either. */
  private async mayLeave(tx: Transaction, id: string): Promise<boolean> {
    const row = await read(tx, id);
    if (!row?.person_id || row.written_at === null || row.withheld) return false;
    const campaign = await this.store.find(tx, row.campaign_id);
    const open =
      campaign?.stopped_at === null &&
      !isHarmful(campaign) &&
      (await readStillInvitable(tx, campaign, [row.person_id])).has(row.person_id);
    const refusal = await this.limits.refusal(tx, row.person_id, { open, blocked: false });
    if (refusal === null) return true;
    await this.limits.giveBack(tx, row.person_id, row.written_at.getTime());
    await this.store.markWithheld(tx, id);
    return false;
  }
}

/** Where the words of a campaign belong: under the key of who started it. */
export function wordsPlace(campaignId: string) {
  return { table: 'campaign', column: 'words_enc', rowId: campaignId };
}

async function read(tx: Transaction, id: string): Promise<InvitationRow | undefined> {
  const [row] = await tx.query<InvitationRow>(
    `SELECT i.campaign_id, i.person_id, i.written_at, i.withheld_at IS NOT NULL AS withheld
       FROM invitation i
       JOIN campaign c ON c.municipality_id = i.municipality_id AND c.id = i.campaign_id
      WHERE i.municipality_id = $1 AND i.id = $2`,
    [tx.tenancy.municipalityId, id],
  );
  return row;
}

const exampleTasks = smallOf(['walk-dog', 'groceries']);

async function smallTasksOf(tx: Transaction, personId: string) {
  const rows = await tx.query<{ category: Category }>(
    'SELECT category FROM helper_category WHERE municipality_id = $1 AND person_id = $2 ORDER BY category',
    [tx.tenancy.municipalityId, personId],
  );
  return smallOf(rows.map(({ category }) => category));
}

function smallOf(categories: readonly Category[]) {
  return categories
    .filter((category) => category !== 'other' && usualMinutes[category] <= smallMinutes)
    .slice(0, mostTasks)
    .map((category) => ({ category, minutes: usualMinutes[category] }));
}
