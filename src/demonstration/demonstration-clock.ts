import pg from 'pg';

/**
 * The product clock of the demonstration. Only the owner of the database may move it, so it works on a connection
 * of its own; everyone who keeps the time is told.
 */
export class DemonstrationClock {
  constructor(private readonly ownerUrl: string) {}

  /** Makes it this moment, from which the clock runs on. Milliseconds since the epoch. */
  async set(instant: number): Promise<void> {
    await this.asOwner(
      `WITH moved AS (UPDATE app_clock SET shift = to_timestamp($1 / 1000.0) - clock_timestamp() RETURNING 1)
       SELECT pg_notify('clock', '') FROM moved`,
      [instant],
    );
  }

  /** Makes it the time of the clock on the wall. */
  async followWall(): Promise<void> {
    await this.asOwner(
      `WITH moved AS (UPDATE app_clock SET shift = '0' RETURNING 1) SELECT pg_notify('clock', '') FROM moved`,
      [],
    );
  }

  /** The moment it is now, milliseconds since the epoch. */
  async now(): Promise<number> {
    const [row] = await this.asOwner<{ now: Date }>('SELECT app_now() AS now', []);
    if (!row) throw new Error('The database gave no clock');
    return row.now.getTime();
  }

  private async asOwner<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[]): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.ownerUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql, parameters)).rows;
    } finally {
      await client.end();
    }
  }
}
