import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { AreaDirectory, Colleagues, type ColleagueRecord } from '@app/features/associations/index.js';
import { RequestFlags } from '@app/features/help-requests/index.js';
import { PeopleDirectory, type PersonCard } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { workItemId, type WorkItemKey } from './work-item-id.js';
import { WorkMarksStore, type WorkMark } from './work-marks.store.js';
import { readWork } from './work-sources.js';
import type { WorkRow } from './work-row.js';

type List = OperationResult<typeof operations.listWorkItems>;

/** What running things have to wait for: everything that does not run by itself. */
const restsLast = (item: WorkItem): number => Number(item.kind === 'running');

/** What waits for an organiser, read from where the work is. */
@Injectable()
export class WorkList {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WorkMarksStore) private readonly marks: WorkMarksStore,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(Colleagues) private readonly colleagues: Colleagues,
    @Inject(RequestFlags) private readonly flags: RequestFlags,
  ) {}

  list(actor: PersonActor): Promise<List> {
    const organisationIds = organisationsOf(actor);
    if (organisationIds.length === 0) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const colleagues = await this.colleagues.of(tx, organisationIds);
      const items = await this.items(tx, actor.personId, organisationIds, colleagues);
      const { owners } = await this.areas.map(tx);
      const organisations = organisationIds.flatMap((id) => {
        const owner = owners.get(id);
        if (!owner) return [];
        const { kind, name } = owner;
        return [{ id, kind, name, colleagues: colleagues.filter((one) => one.organisationId === id).map(present) }];
      });
      return { items, organisations };
    });
  }

  /** One item, for who may see it. Needs a system transaction. @throws ProblemError not-found */
  async one(tx: Transaction, actor: PersonActor, key: WorkItemKey): Promise<WorkItem> {
    if (!organisationsOf(actor).includes(key.organisationId)) throw new ProblemError('not-found');
    const colleagues = await this.colleagues.of(tx, [key.organisationId]);
    const items = await this.items(tx, actor.personId, [key.organisationId], colleagues);
    const item = items.find(({ id }) => id === workItemId(key));
    if (!item) throw new ProblemError('not-found');
    return item;
  }

  /** The kind of each item that waits at these organisations for this person. Needs a system transaction. */
  async kindsOf(tx: Transaction, personId: string, organisationIds: readonly string[]): Promise<WorkItem['kind'][]> {
    return (await this.read(tx, personId, organisationIds)).map(({ kind }) => kind);
  }

  private async read(tx: Transaction, lookerId: string, organisationIds: readonly string[]): Promise<WorkRow[]> {
    const { desk } = await this.areas.map(tx);
    return readWork(tx, { organisationIds, deskId: desk?.organisationId ?? null, lookerId });
  }

  private async items(
    tx: Transaction,
    personId: string,
    organisationIds: readonly string[],
    colleagues: readonly ColleagueRecord[],
  ): Promise<WorkItem[]> {
    const rows = await this.read(tx, personId, organisationIds);
    const marks = await this.marks.of(
      tx,
      organisationIds,
      rows.map(({ subject_id: id }) => id),
    );
    const cards = await this.people.cardsOf(
      tx,
      rows.flatMap((row) => [...(row.person_id === null ? [] : [row.person_id]), ...row.helper_ids]),
    );
    const flagged = await this.flags.flagged(
      tx,
      rows.flatMap(({ kind, subject_id: id }) => (kind === 'review' ? [id] : [])),
    );
    const items: WorkItem[] = [];
    for (const row of rows) {
      const { neighbourhood_code: code } = row;
      const place = code === null ? null : await this.areas.neighbourhood(tx, code);
      items.push(
        itemOf(row, { personId, marks, cards, colleagues, flagged, placeName: place?.name ?? '', now: tx.now }),
      );
    }
    return items.toSorted((a, b) => restsLast(a) - restsLast(b) || Date.parse(a.dueAt) - Date.parse(b.dueAt));
  }
}

interface Around {
  readonly personId: string;
  readonly marks: ReadonlyMap<string, WorkMark>;
  readonly cards: ReadonlyMap<string, PersonCard>;
  readonly colleagues: readonly ColleagueRecord[];
  readonly flagged: ReadonlySet<string>;
  readonly placeName: string;
  readonly now: number;
}

function itemOf(row: WorkRow, { personId, marks, cards, colleagues, flagged, placeName, now }: Around): WorkItem {
  const { kind, organisation_id: organisationId, subject_id: subjectId } = row;
  const id = workItemId({ kind, organisationId, subjectId });
  const mark = marks.get(id);
  // Somebody who is no colleague any more holds no work.
  const assignee = colleagues.find((one) => one.personId === mark?.assigneeId && one.organisationId === organisationId);
  const nameOf = (person: string): string => cards.get(person)?.givenName ?? '';
  return {
    id,
    kind,
    organisationId,
    subjectId,
    version: mark?.version ?? 0,
    since: row.since.toISOString(),
    dueAt: row.due_at.toISOString(),
    helpRequestId: row.help_request_id,
    request: requestOf(row, nameOf),
    reportKind: row.report_kind,
    sanctionKind: row.sanction_kind,
    givenName: row.person_id === null ? '' : nameOf(row.person_id),
    neighbourhoodName: placeName,
    assignee: assignee ? { personId: assignee.personId, givenName: assignee.givenName } : null,
    yours: yoursOf(assignee, personId, now),
    flagged: flagged.has(subjectId),
    // Words that are worth a look get one, also of somebody who was helped before.
    bulk: row.bulk && !flagged.has(subjectId),
  };
}

function requestOf(row: WorkRow, nameOf: (personId: string) => string): WorkItem['request'] {
  const { category, urgency, status, window_from: from, window_until: until } = row;
  if (!category || !urgency || !status || !from || !until) return null;
  return {
    category,
    urgency,
    status,
    window: { from: from.toISOString(), until: until.toISOString() },
    escalationLevel: row.escalation_level,
    helperNames: row.helper_ids.map(nameOf).filter((name) => name !== ''),
  };
}

function yoursOf(assignee: ColleagueRecord | undefined, personId: string, now: number): WorkItem['yours'] {
  if (assignee?.personId === personId) return 'assigned';
  const away = assignee?.away;
  return away?.deputyId === personId && away.from <= now && now < away.until ? 'deputy' : 'no';
}

function present({ personId, givenName, away }: ColleagueRecord): List['organisations'][number]['colleagues'][number] {
  const iso = (instant: number): string => new Date(instant).toISOString();
  return {
    personId,
    givenName,
    away: away && { from: iso(away.from), until: iso(away.until), deputyId: away.deputyId },
  };
}
