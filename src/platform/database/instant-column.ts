import type { ColumnOptions } from 'typeorm';

/** A timestamptz column that reads and writes milliseconds since the epoch, as the domain counts. */
export function instant(name: string, nullable = false): ColumnOptions {
  return {
    name,
    nullable,
    type: 'timestamptz',
    transformer: {
      to: (milliseconds: number | null | undefined) =>
        milliseconds === null || milliseconds === undefined ? milliseconds : new Date(milliseconds),
      from: (date: Date | null) => date?.getTime() ?? null,
    },
  };
}
