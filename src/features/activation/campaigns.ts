import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ActivationView, CampaignView, WillingSegment } from '@app/contracts/http/activation.js';
import {
  assign,
  campaignPlan,
  explainSegment,
  heldOutOf,
  neverInvited,
  segmentNames,
  SMALLEST_MEASURED,
} from '@app/domain/activation/index.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { presentCampaign, shownPeople } from './campaign.presenter.js';
import { CampaignStore, type CampaignRow } from './campaign.store.js';
import { wordsPlace } from './invitation-letters.js';
import { readInvitable } from './willing.read-model.js';
import { wordFaults } from './word-faults.js';

/** What a coordinator sends to begin. */
export interface InvitationBody {
  readonly segment: WillingSegment;
  readonly words: string;
}

/** The willing of an organisation, and the campaigns among them, for its own organisers. */
@Injectable()
export class Campaigns {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignStore) private readonly store: CampaignStore,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  view(actor: PersonActor, associationId: string): Promise<ActivationView> {
    refuseOthers(actor, associationId);
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const invitable = await readInvitable(tx, await this.codesOf(tx, associationId));
      const rows = await this.store.of(tx, associationId);
      const running = new Set(rows.filter(({ finished_at: at }) => at === null).map(({ segment }) => segment));
      const { lettersADay, sendingDays, measuredAfterDays, harm } = campaignPlan;
      return {
        associationId,
        segments: segmentNames.map((segment) => {
          const people = invitable.get(segment)?.length ?? 0;
          return {
            segment,
            rules: [...explainSegment(segment)],
            people: shownPeople(people),
            heldOut: heldOutOf(people) || null,
            running: running.has(segment),
          };
        }),
        never: [...neverInvited],
        plan: { lettersADay, sendingDays, measuredAfterDays, smallestMeasured: SMALLEST_MEASURED, harm },
        campaigns: await this.presented(tx, rows),
      };
    });
  }

  /** Draws who gets a letter and stores it whole, before anything leaves. @throws ProblemError campaign-not-possible */
  start(actor: PersonActor, associationId: string, { segment, words }: InvitationBody): Promise<CampaignView> {
    refuseOthers(actor, associationId);
    const errors = wordFaults(words).map((message) => ({ path: '/words', message }));
    if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      // One draw at a time for one organisation: nobody is drawn into two campaigns.
      await tx.query('SELECT 1 FROM association WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
        actor.municipalityId,
        associationId,
      ]);
      const people = (await readInvitable(tx, await this.codesOf(tx, associationId))).get(segment) ?? [];
      if (people.length === 0) throw new ProblemError('campaign-not-possible');
      const id = newId();
      const seed = randomInt(2 ** 32);
      const cipher = await this.vault.cipherOf(tx, actor.personId);
      const wordsEnc = words === '' ? null : cipher.seal(words, wordsPlace(id));
      const assignment = assign(people, seed);
      const isNew = await this.store.insert(tx, {
        id,
        associationId,
        segment,
        startedById: actor.personId,
        wordsEnc,
        seed,
        assignment,
      });
      if (!isNew) throw new ProblemError('campaign-not-possible');
      tx.append('campaign.set', { campaignId: id, dueAt: tx.now });
      return this.one(tx, id);
    });
  }

  stop(actor: PersonActor, campaignId: string): Promise<CampaignView> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const campaign = await this.store.find(tx, campaignId, true);
      if (!campaign) throw new ProblemError('not-found');
      refuseOthers(actor, campaign.association_id);
      await this.store.stop(tx, campaignId);
      return this.one(tx, campaignId);
    });
  }

  private async one(tx: Transaction, id: string): Promise<CampaignView> {
    const row = await this.store.find(tx, id);
    const [view] = row ? await this.presented(tx, [row]) : [];
    if (!view) throw new ProblemError('not-found');
    return view;
  }

  private async presented(tx: Transaction, rows: readonly CampaignRow[]): Promise<CampaignView[]> {
    const cards = await this.people.cardsOf(tx, [...new Set(rows.map(({ started_by_id: id }) => id))]);
    return rows.map((row) => presentCampaign(row, cards.get(row.started_by_id)?.givenName ?? null, tx.now));
  }

  /** Neighbourhoods of an association; for the desk those that no association has. */
  private async codesOf(tx: Transaction, organisationId: string): Promise<readonly string[]> {
    const { areas, desk } = await this.areas.map(tx);
    const own = desk?.organisationId === organisationId ? null : organisationId;
    return [...areas.values()].filter(({ associationId }) => associationId === own).map(({ code }) => code);
  }
}

/** For everybody else there is no such organisation. */
export function refuseOthers(actor: PersonActor, organisationId: string): void {
  if (!organisationsOf(actor).includes(organisationId)) throw new ProblemError('not-found');
}
