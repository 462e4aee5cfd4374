import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProblemError } from '../errors/problem-error.js';

export interface MunicipalityRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly hostname: string | null;
  readonly isDemonstration: boolean;
}

const rememberMs = 5_000;

/** Which municipality a call is for: by host name, or the only one there is. */
@Injectable()
export class Municipalities {
  private known: readonly MunicipalityRow[] = [];
  private readAt = -Infinity;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async ofHost(host: string): Promise<MunicipalityRow> {
    const all = await this.all();
    const name = host.replace(/:\d+$/, '').toLowerCase();
    const found = all.find(({ hostname }) => hostname === name) ?? (all.length === 1 ? all[0] : undefined);
    if (!found) throw new ProblemError('not-found', { detail: 'Op dit adres is geen gemeente aangesloten.' });
    return found;
  }

  /** Every one that takes part. */
  async all(): Promise<readonly MunicipalityRow[]> {
    if (this.known.length === 0 || performance.now() - this.readAt > rememberMs) {
      this.known = await this.dataSource.query<MunicipalityRow[]>(
        'SELECT id, code, name, hostname, is_demonstration AS "isDemonstration" FROM municipality ORDER BY code',
      );
      this.readAt = performance.now();
    }
    return this.known;
  }
}
