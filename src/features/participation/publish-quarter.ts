import { setImmediate as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { PublicationPreview, PublicationSummary } from '@app/contracts/http/publications.js';
import {
  lastDayOf,
  publishedCounts,
  publishedRelations,
  quarterLater,
  sinceStart,
  countName,
  countsOfFew,
  totalName,
  allRow,
  unseenInside,
  type Figure,
  type Quarter,
} from '@app/domain/participation/index.js';
import {
  holds,
  makePublishable,
  threshold,
  type Earlier,
  type Publishable,
  type TableSystem,
} from '@app/domain/statistics/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { EventCounter } from './count-events.js';
import { linearSolver } from './linear-solver.js';
import { publicationDocument, type PublicationFrame } from './publication-document.js';
import { PublicationStore, type StoredPublication } from './publication.store.js';
import { WeekViewStore } from './week-view.store.js';

/** What somebody wants published. */
export interface PublishInput {
  readonly quarter: string;
  /** Why it is corrected; needed when the quarter was published already. */
  readonly reason?: string | undefined;
}

interface Prepared {
  readonly frame: PublicationFrame;
  readonly system: TableSystem;
  readonly earlier: Earlier;
}

/** Publishes a quarter for good. */
@Injectable()
export class PublishQuarter {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EventCounter) private readonly counter: EventCounter,
    @Inject(PublicationStore) private readonly store: PublicationStore,
    @Inject(WeekViewStore) private readonly weekViews: WeekViewStore,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  /**
   * @param actorId who does it; null for the administration of the installation
   * @throws ProblemError not-publishable, reason-required
   */
  async run(municipalityId: string, actorId: string | null, input: PublishInput): Promise<PublicationSummary> {
    const prepared = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.prepare(tx, input));
    const publishable = await withPauses(prepared);
    const document = publicationDocument(prepared.frame, publishable);
    const { quarter, version, publishedAt, reason } = document;
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const stored = {
        shown: Object.fromEntries(publishable.values),
        counts: Object.fromEntries(prepared.system.counts),
      };
      // Whoever published meanwhile did so without knowing of this one.
      if (!(await this.store.add(tx, document, stored))) throw new ProblemError('not-publishable');
      await this.audit.record(tx, { act: 'quarter-published', actorId, reason, details: { quarter, version } });
    });
    return { quarter, version, publishedAt, reason };
  }

  /**
   * What publishing would show now. Why counts are held back is told for all of them together: told for each, it would
   * say which are below ten.
   * @throws ProblemError not-publishable
   */
  async preview(municipalityId: string, quarter: string): Promise<PublicationPreview> {
    const prepared = await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      this.prepare(tx, { quarter, reason: '' }),
    );
    const publishable = await withPauses(prepared);
    const { counts, sensitive } = prepared.system;
    const held = [...counts].filter(([name]) => publishable.values.get(name) === null);
    const tooFew = held.filter(([name, count]) => count < threshold || sensitive?.has(name) === true).length;
    return {
      publication: publicationDocument({ ...prepared.frame, reason: null }, publishable),
      shown: counts.size - held.length,
      tooFew,
      beside: held.length - tooFew,
    };
  }

  private async prepare(tx: Transaction, input: PublishInput): Promise<Prepared> {
    while (!(await this.counter.countBatch(tx)));
    const quarter = input.quarter as Quarter;
    const published = await this.store.all(tx);
    const versions = published.filter((one) => one.quarter === quarter);
    const isOver = lastDayOf(quarter) < localMoment(tx.now).day;
    if (!isOver || published.some((one) => one.quarter > quarter)) throw new ProblemError('not-publishable');
    if (versions.length > 0 && input.reason === undefined) throw new ProblemError('reason-required');
    const districts = await districtsOf(tx);
    const codes = districts.map(({ code }) => code);
    const before = newestOf(published.filter((one) => one.quarter < quarter));
    const frame = {
      municipality: await municipalityOf(tx),
      quarter,
      version: versions.length + 1,
      publishedAt: new Date(tx.now).toISOString(),
      reason: versions.length > 0 ? (input.reason ?? null) : null,
      districts,
    };
    const quarters = [...before.keys(), quarter];
    const figures = await figuresOf(tx);
    const counts = goingOn(quarter, publishedCounts(quarter, figures, codes), before);
    const unseen = unseenInside(await this.weekViews.current(tx, codes), quarter, codes);
    const earlier = earlierOf([...before.values()], versions, unseen);
    const known = new Map([...earlier.counts, ...counts]);
    const system = {
      counts,
      // What happens not to be true, of helps of who was erased long ago, nobody can reckon with.
      relations: quarters.flatMap((one) => publishedRelations(one, codes)).filter((one) => holds(one, known)),
      sensitive: countsOfFew(quarters, figures, codes),
    };
    return { frame, system, earlier };
  }
}

/** The newest version of each quarter, oldest quarter first. */
function newestOf(published: readonly StoredPublication[]): ReadonlyMap<Quarter, StoredPublication> {
  return new Map(published.map((one) => [one.quarter as Quarter, one]));
}

/** Totals since the beginning go on from what was published: what was heard of too late is in a correction, or nowhere. */
function goingOn(
  quarter: Quarter,
  counts: TableSystem['counts'],
  before: ReadonlyMap<Quarter, StoredPublication>,
): TableSystem['counts'] {
  const last = before.get(quarterLater(quarter, -1));
  if (!last) return counts;
  const totals = sinceStart.map((column): [string, number] => [
    totalName(quarter, column),
    (last.counts[totalName(quarterLater(quarter, -1), column)] ?? 0) +
      (counts.get(countName(quarter, column, allRow)) ?? 0),
  ]);
  return new Map([...counts, ...totals]);
}

function earlierOf(
  before: readonly StoredPublication[],
  versions: readonly StoredPublication[],
  unseen: ReadonlySet<string>,
): Earlier {
  return {
    values: new Map(before.flatMap(({ shown }) => Object.entries(shown))),
    counts: new Map(before.flatMap(({ counts }) => Object.entries(counts))),
    heldBack: [...versions.flatMap(({ shown }) => Object.keys(shown).filter((one) => shown[one] === null)), ...unseen],
  };
}

/** Solving takes seconds; whoever else is served by this process must not wait for it. */
async function withPauses({ system, earlier }: Prepared): Promise<Publishable> {
  const publishing = makePublishable(system, earlier, await linearSolver());
  let step = publishing.next();
  while (!step.done) {
    await pause();
    step = publishing.next();
  }
  return step.value;
}

function figuresOf(tx: Transaction): Promise<Figure[]> {
  return tx.query(
    `SELECT quarter, district_code AS "districtCode", organisation_id AS "organisationId", measure, bucket, amount
       FROM participation_figure WHERE municipality_id = $1`,
    [tx.tenancy.municipalityId],
  );
}

function districtsOf(tx: Transaction): Promise<{ readonly code: string; readonly name: string }[]> {
  return tx.query('SELECT code, name FROM district WHERE municipality_id = $1 ORDER BY code', [
    tx.tenancy.municipalityId,
  ]);
}

async function municipalityOf(tx: Transaction): Promise<PublicationFrame['municipality']> {
  const [row] = await tx.query<PublicationFrame['municipality']>('SELECT code, name FROM municipality WHERE id = $1', [
    tx.tenancy.municipalityId,
  ]);
  if (!row) throw new ProblemError('not-found');
  return row;
}
