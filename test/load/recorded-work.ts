import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import type { Tenancy } from '@app/platform/database/tenancy.js';

/** What one statement touched, as PostgreSQL counted it. */
export interface Touched {
  /** Rows that scans looked at, those that were passed over too. */
  readonly rows: number;
  /** Pages of 8 KiB that were looked at. */
  readonly pages: number;
  /** Tables that were read whole. */
  readonly readWhole: readonly string[];
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly Plan[];
}

/** Does the same work, and asks PostgreSQL of each statement what it touched. */
export class RecordedWork extends UnitOfWork {
  readonly touched: Touched[] = [];

  override run<T>(tenancy: Tenancy, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.run(tenancy, (tx) =>
      work({
        ...tx,
        query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
          const [row] = await tx.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Plan }] }>(
            `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
            parameters,
          );
          const plan = row?.['QUERY PLAN'][0].Plan;
          if (plan) this.touched.push(touchedBy(plan));
          return /^\s*(SELECT|WITH)/.test(sql) ? tx.query<Row>(sql, parameters) : [];
        },
      }),
    );
  }
}

function touchedBy(plan: Plan): Touched {
  const nodes = nodesOf(plan);
  const scans = nodes.filter((node) => node['Relation Name'] !== undefined && node['Node Type'].endsWith('Scan'));
  return {
    rows: scans.reduce(
      (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    ),
    pages: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0),
    readWhole: scans.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
  };
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
