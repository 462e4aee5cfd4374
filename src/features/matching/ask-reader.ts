import { Inject, Injectable } from '@nestjs/common';
import type { AskView } from '@app/contracts/http/asks.js';
import type { Language } from '@app/contracts/http/vocabulary.js';
import { RequestDigest, type RequestDigestView, type SummarisedRequest } from '@app/features/help-requests/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import type { AskRow, AskStatus } from './ask.row.js';
import { AskStore } from './ask.store.js';
import { AskReasons } from './ask-reasons.js';

const most = 50;

export interface AskWithRequest {
  readonly ask: AskView;
  /** Who is asked. */
  readonly personId: string;
  readonly request: RequestDigestView;
}

/** First name of the asker, and the language of who is asked. */
interface ViewWords {
  readonly givenName: string;
  readonly language: Language;
}

/** An ask as the person who is asked may see it: the asker's first name, and no address. */
@Injectable()
export class AskReader {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AskReasons) private readonly reasons: AskReasons,
  ) {}

  async listOf(municipalityId: string, personId: string, status: AskStatus): Promise<AskView[]> {
    const ids = await this.unitOfWork.run({ municipalityId, personId, scope: 'person' }, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM ask WHERE municipality_id = $1 AND person_id = $2 AND status = $3
            AND ($3 <> 'pending' OR expires_at > app_now()) ORDER BY created_at DESC LIMIT ${most}`,
        [municipalityId, personId, status],
      ),
    );
    const order = ids.map(({ id }) => id);
    const found = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.readAll(tx, order));
    return order.flatMap((id) => found.get(id)?.ask ?? []);
  }

  /** One ask with its words, for the one who is asked, in the language of their profile when no other is given. Needs a system transaction and a check of whose it is. */
  async view(tx: Transaction, askId: string, language?: Language): Promise<AskView | undefined> {
    return (await this.readAll(tx, [askId], language)).get(askId)?.ask;
  }

  /** The same with the request it is about. */
  async read(tx: Transaction, askId: string): Promise<AskWithRequest | undefined> {
    return (await this.readAll(tx, [askId])).get(askId);
  }

  /** Several at once, by id; each request is read once, however many are asked about it. */
  async readAll(
    tx: Transaction,
    askIds: readonly string[],
    chosen?: Language,
  ): Promise<ReadonlyMap<string, AskWithRequest>> {
    const asks = await this.asks.findAll(tx, askIds);
    const requests = new Map<string, SummarisedRequest>();
    for (const id of new Set(asks.map(({ helpRequestId }) => helpRequestId))) {
      const found = await this.requests.withSummary(tx, id);
      if (found) requests.set(id, found);
    }
    const helped = [...requests.values()].map(({ request }) => request.personHelpedId);
    const cards = await this.people.cardsOf(tx, [...helped, ...asks.map(({ personId }) => personId)]);
    return new Map(
      asks.flatMap((ask) => {
        const found = requests.get(ask.helpRequestId);
        if (!found) return [];
        const { request } = found;
        const words = {
          givenName: cards.get(request.personHelpedId)?.givenName ?? '',
          language: chosen ?? cards.get(ask.personId)?.language ?? 'nl',
        };
        return [[ask.id, { ask: this.viewOf(ask, found, words), personId: ask.personId, request }]];
      }),
    );
  }

  private viewOf(ask: AskRow, { request, summary }: SummarisedRequest, { givenName, language }: ViewWords): AskView {
    const { state, category, neighbourhoodCode } = request;
    const helpAt = Math.max(state.windowFrom, ask.createdAt);
    return {
      ...askOf(ask),
      reasons: this.reasons.texts(ask.reasons, { category, helpAt, askerName: givenName }, language),
      request: {
        category,
        urgency: state.urgency,
        summary: summary ?? '',
        window: { from: new Date(state.windowFrom).toISOString(), until: new Date(state.windowUntil).toISOString() },
        expectedMinutes: state.expectedMinutes,
        givenName,
        neighbourhoodCode,
      },
    };
  }
}

function askOf(ask: AskRow): Pick<AskView, 'id' | 'helpRequestId' | 'status' | 'sentAt' | 'expiresAt'> {
  const { id, helpRequestId, status, createdAt, expiresAt } = ask;
  return {
    id,
    helpRequestId,
    status,
    sentAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  };
}
