import { Inject, Injectable } from '@nestjs/common';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { PersonBlocks } from '@app/features/people/index.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { asPerson, organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { viewerOf } from './help-request.policy.js';
import { HelpRequestStore } from './help-request.store.js';
import { RequestPresenter, type ViewedRequest } from './request.presenter.js';

const most = 200;
type ListRole = 'asker' | 'helper' | 'coordinator';

/** Condition of each list beside what row level security allows; $2 is the person, $3 the organisations. */
const lists: Record<ListRole, string> = {
  // What one took at the telephone is one's own as long as one is an organiser.
  asker: `(h.asker_id = $2 OR (h.posted_by_id = $2 AND cardinality($3::uuid[]) > 0)) ORDER BY h.posted_at DESC`,
  helper: `EXISTS (SELECT 1 FROM acceptance a WHERE a.municipality_id = h.municipality_id AND a.help_request_id = h.id
             AND a.person_id = $2 AND a.status IN ('accepted', 'confirmed', 'waitlisted')) ORDER BY h.window_from DESC`,
  // Whose clock runs out first, first; a request that went on stays with its association too.
  coordinator: `h.status IN ('in-review', 'open', 'matched')
             AND (h.association_id = ANY ($3::uuid[])
               OR (h.escalation_level = 2 AND EXISTS (SELECT 1 FROM association d
                     WHERE d.municipality_id = h.municipality_id AND d.id = ANY ($3::uuid[])
                       AND CASE WHEN h.called_in_id IS NULL THEN d.kind = 'desk' ELSE d.id = h.called_in_id END)))
             ORDER BY (h.escalation_level > 0) DESC, least(h.next_due_at, h.window_until)`,
};

/** Reads requests for people: first whether they may, in their own name; then the words, as the system. */
@Injectable()
export class RequestReader {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(RequestPresenter) private readonly presenter: RequestPresenter,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
  ) {}

  async one(actor: PersonActor, id: string): Promise<HelpRequestView> {
    const viewed = await this.unitOfWork.run(asPerson(actor, id), (tx) => this.viewed(tx, actor, id));
    if (!viewed) throw new ProblemError('not-found');
    return this.show(actor, [viewed]).then(([view]) => view as HelpRequestView);
  }

  async list(actor: PersonActor, role: ListRole): Promise<HelpRequestView[]> {
    const organisations = organisationsOf(actor);
    if (role === 'coordinator' && organisations.length === 0) throw new ProblemError('not-allowed');
    const scope = role === 'coordinator' ? asSystem(actor.municipalityId) : asPerson(actor);
    const viewed = await this.unitOfWork.run(scope, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `SELECT h.id FROM help_request h WHERE h.municipality_id = $1 AND $2::uuid IS NOT NULL AND $3::uuid[] IS NOT NULL
            AND ${lists[role]} LIMIT ${most}`,
        [actor.municipalityId, actor.personId, organisations],
      );
      const found: (ViewedRequest | undefined)[] = [];
      for (const { id } of rows) found.push(await this.viewed(tx, actor, id, role));
      return found.filter((request) => request !== undefined);
    });
    return this.show(actor, viewed);
  }

  private async viewed(
    tx: Transaction,
    actor: PersonActor,
    id: string,
    as?: ListRole,
  ): Promise<ViewedRequest | undefined> {
    const loaded = await this.store.read(tx, id);
    if (!loaded) return undefined;
    const viewer = as ?? viewerOf(actor, loaded.row, loaded.state, await deskId(tx));
    if (viewer === 'helper' && (await this.blocks.between(tx, actor.personId, loaded.row.askerId))) return undefined;
    return viewer ? { ...loaded, viewer } : undefined;
  }

  private show(actor: PersonActor, requests: readonly ViewedRequest[]): Promise<HelpRequestView[]> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), (tx) =>
      this.presenter.present(tx, actor.personId, requests),
    );
  }
}

/** The desk of the municipality. */
export async function deskId(tx: Transaction): Promise<string | undefined> {
  const [desk] = await tx.query<{ id: string }>(
    `SELECT id FROM association WHERE municipality_id = $1 AND kind = 'desk'`,
    [tx.tenancy.municipalityId],
  );
  return desk?.id;
}
