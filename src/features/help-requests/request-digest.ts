import { Inject, Injectable } from '@nestjs/common';
import type { Category } from '@app/contracts/http/vocabulary.js';
import { seatsLeft, type HelpRequestState } from '@app/domain/help-request/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HelpRequestStore, type LoadedRequest } from './help-request.store.js';
import { contactOf } from './request-decider.js';
import { RequestWordsVault } from './request-words.js';

/** A request as other features may know it. The summary only for those who are asked or take part. */
export interface RequestDigestView {
  readonly state: HelpRequestState;
  readonly category: Category;
  readonly neighbourhoodCode: string;
  /** The person the help is for, whose first name is told. */
  readonly personHelpedId: string;
  /** Who hears about the request. */
  readonly contactId: string;
  readonly seatsLeft: number;
  /** An earlier request of this asker, whose neighbour they want again. */
  readonly sameNeighbourOf: string | null;
  /** The organisation that was called in instead of the desk. */
  readonly calledInId: string | null;
}

/** A request with what the asker wrote, null when that has had its time. */
export interface SummarisedRequest {
  readonly request: RequestDigestView;
  readonly summary: string | null;
}

/** Front door for features to the right: reads inside their own system transactions. */
@Injectable()
export class RequestDigest {
  constructor(
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(RequestWordsVault) private readonly words: RequestWordsVault,
  ) {}

  async of(tx: Transaction, helpRequestId: string): Promise<RequestDigestView | undefined> {
    const loaded = await this.store.read(tx, helpRequestId);
    return loaded && digestOf(loaded);
  }

  /** The same with what the asker wrote, null when it has had its time. Needs a system transaction. */
  async withSummary(tx: Transaction, helpRequestId: string): Promise<SummarisedRequest | undefined> {
    const loaded = await this.store.read(tx, helpRequestId);
    if (!loaded) return undefined;
    const words = await this.words.wordsOf(tx, [loaded.row]);
    return { request: digestOf(loaded), summary: words.get(helpRequestId)?.summary ?? null };
  }
}

function digestOf({ row, state }: LoadedRequest): RequestDigestView {
  return {
    state,
    category: row.category as Category,
    neighbourhoodCode: row.neighbourhoodCode,
    personHelpedId: row.beneficiaryId ?? row.askerId,
    contactId: contactOf(row),
    seatsLeft: seatsLeft(state),
    sameNeighbourOf: row.sameNeighbourOf,
    calledInId: row.calledInId,
  };
}
