import { v7 } from 'uuid';

/** A new identifier: UUID version 7, made here because PostgreSQL below 18 cannot. */
export function newId(): string {
  return v7();
}
