import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from './unit-of-work.js';

interface Insert<Row> {
  readonly sql: string;
  readonly valuesOf: (row: Row) => unknown[];
}

const inserts = new Map<EntityTarget<ObjectLiteral>, Insert<never>>();

/**
 * Inserts one row of an entity as the last thing that is known of it: nothing is read back and nobody waits. One
 * constant statement an entity, where TypeORM's own would be built anew each time.
 */
export function insertRow<Row extends ObjectLiteral>(tx: Transaction, entity: EntityTarget<Row>, row: Row): void {
  let insert = inserts.get(entity) as Insert<Row> | undefined;
  if (!insert) {
    insert = insertOf(tx, entity);
    inserts.set(entity, insert);
  }
  tx.write(insert.sql, insert.valuesOf(row));
}

function insertOf<Row extends ObjectLiteral>({ manager }: Transaction, entity: EntityTarget<Row>): Insert<Row> {
  const { tableName, columns } = manager.dataSource.getMetadata(entity);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const values = columns.map((_, index) => `$${index + 1}`).join(', ');
  return {
    sql: `INSERT INTO "${tableName}" (${names}) VALUES (${values})`,
    // With `true` the column's transformer has its say.
    valuesOf: (row) => columns.map((column) => (column.getEntityValue(row, true) as unknown) ?? null),
  };
}
