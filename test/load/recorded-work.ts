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

interface Blocks {
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
}

interface Explained {
  readonly Plan: Plan;
  readonly Serialization?: Blocks;
}

interface Plan extends Blocks {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
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
          const reads = /^\s*(SELECT|WITH)/.test(sql);
          // A long value is fetched only when it is sent, so what is read is made ready to be sent.
          const [row] = await tx.query<{ 'QUERY PLAN': readonly [Explained] }>(
            `EXPLAIN (ANALYZE, BUFFERS, ${reads ? 'SERIALIZE TEXT, ' : ''}FORMAT JSON) ${sql}`,
            parameters,
          );
          const explained = row?.['QUERY PLAN'][0];
          if (explained) this.touched.push(touchedBy(explained));
          return reads ? tx.query<Row>(sql, parameters) : [];
        },
      }),
    );
  }
}

const pagesOf = (blocks: Blocks = {}): number =>
  (blocks['Shared Hit Blocks'] ?? 0) + (blocks['Shared Read Blocks'] ?? 0);

function touchedBy({ Plan: plan, Serialization: sent }: Explained): Touched {
  const nodes = nodesOf(plan);
  const scans = nodes.filter((node) => node['Relation Name'] !== undefined && node['Node Type'].endsWith('Scan'));
  return {
    rows: scans.reduce(
      (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    ),
    pages: pagesOf(plan) + pagesOf(sent),
    readWhole: scans.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
  };
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
