import { Inject, Injectable } from '@nestjs/common';
import type { Participation, ParticipationCell } from '@app/contracts/http/participation.js';
import { stages } from '@app/domain/participation/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { definitionList } from './definition-list.js';
import { figureSource } from './figure-definitions.js';

/** Which figures are wanted. */
export interface FigureQuestion {
  readonly from: string;
  readonly until: string;
  readonly associationId?: string | undefined;
}

/** Every sum that is shown: of a part and of a whole measure, of a district and of all together. */
const sums = `GROUP BY GROUPING SETS ((quarter, measure), (quarter, measure, district_code),
  (quarter, measure, bucket), (quarter, measure, district_code, bucket))`;

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
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Figures by quarter and district, exact; undefined when it is another municipality, or the organisation is not of it. */
  read(municipalityId: string, code: string, question: FigureQuestion): Promise<Participation | undefined> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const municipality = await municipalityWith(tx, code, question.associationId);
      if (!municipality) return undefined;
      const { from, until, associationId } = question;
      return {
        municipality,
        from,
        until,
        associationId: associationId ?? null,
        asOf: new Date(tx.now).toISOString(),
        exact: true,
        source: figureSource,
        definitions: definitionList(),
        districts: await districtsOf(tx),
        cells: await cellsOf(tx, question),
        totals: await totalsOf(tx, question),
      };
    });
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

async function cellsOf(tx: Transaction, { from, until, associationId }: FigureQuestion): Promise<ParticipationCell[]> {
  const rows = await tx.query<SumRow>(
    `SELECT quarter, measure, sum(amount)::int AS amount,
            CASE WHEN grouping(district_code) = 0 THEN district_code END AS district,
            CASE WHEN grouping(bucket) = 0 THEN bucket END AS bucket
       FROM participation_figure
      WHERE municipality_id = $1 AND quarter BETWEEN $2 AND $3 AND ($4::text IS NULL OR organisation_id = $4)
      ${sums} HAVING sum(amount) > 0 ORDER BY quarter, measure, district NULLS FIRST, bucket NULLS FIRST`,
    [tx.tenancy.municipalityId, from, until, associationId ?? null],
  );
  return rows.flatMap(present);
}

/** Steps of the funnel as they stood at the end of each quarter asked for. */
async function totalsOf(tx: Transaction, { from, until, associationId }: FigureQuestion): Promise<ParticipationCell[]> {
  const rows = await tx.query<SumRow>(
    `WITH quarters AS (SELECT DISTINCT quarter FROM participation_figure
        WHERE municipality_id = $1 AND quarter BETWEEN $2 AND $3),
      until AS (SELECT q.quarter, f.measure, f.district_code, f.bucket, f.amount
        FROM quarters q JOIN participation_figure f ON f.quarter <= q.quarter
       WHERE f.municipality_id = $1 AND f.measure = ANY ($5::text[]) AND ($4::text IS NULL OR f.organisation_id = $4))
     SELECT quarter, measure, sum(amount)::int AS amount,
            CASE WHEN grouping(district_code) = 0 THEN district_code END AS district,
            CASE WHEN grouping(bucket) = 0 THEN bucket END AS bucket
       FROM until ${sums} HAVING sum(amount) > 0 ORDER BY quarter, measure, district NULLS FIRST, bucket NULLS FIRST`,
    [tx.tenancy.municipalityId, from, until, associationId ?? null, [...stages]],
  );
  return rows.flatMap(present);
}

/** What has no place counts in the sums only; a measure without parts has no parts to show. */
function present({ quarter, measure, district, bucket, amount }: SumRow): ParticipationCell[] {
  if (district === '' || bucket === '') return [];
  return [{ quarter, measure, districtCode: district, bucket: bucket ?? '', amount }];
}
