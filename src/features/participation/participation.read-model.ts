import { Inject, Injectable } from '@nestjs/common';
import type { Participation, ParticipationCell } from '@app/contracts/http/participation.js';
import { quartersBetween, stages, type Quarter } from '@app/domain/participation/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { definitionList } from './definition-list.js';
import { figureSource } from './figure-definitions.js';
import { asSeenInside } from './participation.presenter.js';
import { WeekViewStore } from './week-view.store.js';

/** Which figures are wanted. */
export interface FigureQuestion {
  readonly from: string;
  readonly until: string;
  readonly associationId?: string | undefined;
}

/** Every sum that is shown: of a part and of a whole measure, of a district and of all together. */
const sums = `GROUP BY GROUPING SETS ((quarter, measure), (quarter, measure, district_code),
  (quarter, measure, bucket), (quarter, measure, district_code, bucket))`;

const sumKeys = `CASE WHEN grouping(district_code) = 0 THEN district_code END AS district,
            CASE WHEN grouping(bucket) = 0 THEN bucket END AS bucket`;

interface SumRow {
  readonly quarter: string;
  readonly measure: string;
  readonly district: string | null;
  readonly bucket: string | null;
  readonly amount: number;
}

/** Reads figures as they were kept: no history is looked at. */
@Injectable()
export class ParticipationReadModel {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WeekViewStore) private readonly weekViews: WeekViewStore,
  ) {}

  /** Figures of an organisation by quarter and district, exact; undefined when it is not of this municipality. */
  readExact(
    municipalityId: string,
    code: string,
    question: FigureQuestion & { readonly associationId: string },
  ): Promise<Participation | undefined> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const frame = await this.frame(tx, code, question);
      return frame && { ...frame, cells: await cellsOf(tx, question), totals: await totalsOf(tx, question) };
    });
  }

  /** Figures of the whole municipality as they are seen inside this week; undefined when it is another municipality. */
  readInside(municipalityId: string, code: string, question: FigureQuestion): Promise<Participation | undefined> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const frame = await this.frame(tx, code, question);
      if (!frame) return undefined;
      const districts = frame.districts.map((district) => district.code);
      return asSeenInside(frame, await this.weekViews.current(tx, districts));
    });
  }

  private async frame(
    tx: Transaction,
    code: string,
    { from, until, associationId }: FigureQuestion,
  ): Promise<Omit<Participation, 'cells' | 'totals'> | undefined> {
    const municipality = await municipalityWith(tx, code, associationId);
    return (
      municipality && {
        municipality,
        from,
        until,
        associationId: associationId ?? null,
        asOf: new Date(tx.now).toISOString(),
        exact: true,
        source: figureSource,
        definitions: definitionList(),
        districts: await districtsOf(tx),
      }
    );
  }
}

async function municipalityWith(
  tx: Transaction,
  code: string,
  associationId: string | undefined,
): Promise<Participation['municipality'] | undefined> {
  const [row] = await tx.query<Participation['municipality']>(
    `SELECT m.code, m.name FROM municipality m WHERE m.id = $1 AND m.code = $2
        AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM association a WHERE a.municipality_id = $1 AND a.id = $3))`,
    [tx.tenancy.municipalityId, code, associationId ?? null],
  );
  return row;
}

function districtsOf(tx: Transaction): Promise<Participation['districts']> {
  return tx.query('SELECT code, name FROM district WHERE municipality_id = $1 ORDER BY code', [
    tx.tenancy.municipalityId,
  ]);
}

/** Figures of all organisations, or of one; written out, because only then each uses the index made for it. */
const figuresUntil = ({ associationId }: FigureQuestion): string =>
  `FROM participation_figure
   WHERE municipality_id = $1 AND quarter BETWEEN $2 AND $3 ${associationId === undefined ? '' : 'AND organisation_id = $4'}`;

function given(tx: Transaction, { from, until, associationId }: FigureQuestion): unknown[] {
  return [tx.tenancy.municipalityId, from, until, ...(associationId === undefined ? [] : [associationId])];
}

async function cellsOf(tx: Transaction, question: FigureQuestion): Promise<ParticipationCell[]> {
  const rows = await tx.query<SumRow>(
    `SELECT quarter, measure, sum(amount)::int AS amount, ${sumKeys} ${figuresUntil(question)}
      ${sums} HAVING sum(amount) > 0 ORDER BY quarter, measure, district NULLS FIRST, bucket NULLS FIRST`,
    given(tx, question),
  );
  return rows.flatMap(present);
}

/**
 * Steps of the funnel as they stood at the end of each quarter asked for: each figure since the beginning is read once,
 * and added up here.
 */
async function totalsOf(tx: Transaction, question: FigureQuestion): Promise<ParticipationCell[]> {
  const known = { ...question, from: '' };
  const rows = await tx.query<SumRow>(
    `SELECT quarter, measure, sum(amount)::int AS amount, ${sumKeys} ${figuresUntil(question)}
        AND measure IN (${stages.map((stage) => `'${stage}'`).join(', ')})
      ${sums} ORDER BY quarter, measure, district NULLS FIRST, bucket NULLS FIRST`,
    given(tx, known),
  );
  const quarters = await quartersWithFigures(tx, question);
  return quarters.flatMap((quarter) => addedUp(rows, quarter).flatMap(present));
}

/** One row for each measure, district and part, with everything up to and including this quarter. */
function addedUp(rows: readonly SumRow[], quarter: string): SumRow[] {
  const totals = new Map<string, SumRow>();
  for (const row of rows) {
    if (row.quarter > quarter) continue;
    const key = JSON.stringify([row.measure, row.district, row.bucket]);
    totals.set(key, { ...row, quarter, amount: (totals.get(key)?.amount ?? 0) + row.amount });
  }
  return [...totals.values()].filter(({ amount }) => amount > 0).toSorted(byKey);
}

function byKey(a: SumRow, b: SumRow): number {
  const [one, other] = [a, b].map(({ measure, district, bucket }) => [measure, district ?? '', bucket ?? ''].join('|'));
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

async function quartersWithFigures(tx: Transaction, { from, until }: FigureQuestion): Promise<readonly string[]> {
  const rows = await tx.query<{ quarter: string }>(
    `SELECT q.quarter FROM unnest($2::text[]) AS q(quarter)
      WHERE EXISTS (SELECT 1 FROM participation_figure f WHERE f.municipality_id = $1 AND f.quarter = q.quarter)`,
    [tx.tenancy.municipalityId, quartersBetween(from as Quarter, until as Quarter)],
  );
  return rows.map(({ quarter }) => quarter);
}

/** What has no place counts in the sums only; a measure without parts has no parts to show. */
function present({ quarter, measure, district, bucket, amount }: SumRow): ParticipationCell[] {
  if (district === '' || bucket === '') return [];
  return [{ quarter, measure, districtCode: district, bucket: bucket ?? '', amount }];
}
