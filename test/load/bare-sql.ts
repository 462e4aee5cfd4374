import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { applicationRole } from '@app/platform/database/data-source.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { hashToken } from '@app/platform/crypto/secret-hash.js';
import { sessionCookie } from '@app/platform/identity/session-reader.js';
import type { GeneratedPerson } from './generated-people.js';
import { tuesdayAfternoon, type GeneratedTown } from './generated-town.js';

const hour = 3_600_000;

/**
 * The statements that the two measured calls cannot do without, sent by pg alone, prepared: row level security asks
 * for a transaction with its settings, a session for one look-up, and a request for its rows. Everything
 * else our code asks the database counts as our code.
 */
export class BareSql {
  private readonly names = new Map<string, string>();

  private constructor(
    private readonly client: pg.Client,
    private readonly town: GeneratedTown,
  ) {}

  static async connect(url: string, town: GeneratedTown): Promise<BareSql> {
    const client = new pg.Client({ connectionString: url, options: `-c role=${applicationRole}` });
    await client.connect();
    return new BareSql(client, town);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  async getBoard(person: GeneratedPerson, associationId: string): Promise<void> {
    await this.readSession(person);
    await this.ask(
      `SELECT area.sequence, e.help_request_id, e.version, e.category, e.urgency, to_char(e.day, 'YYYY-MM-DD'), e.day_part,
              e.expected_minutes, e.cell_code, cell.name, e.status
         FROM board_area area
         LEFT JOIN board_entry e ON e.municipality_id = area.municipality_id AND e.association_id = area.association_id AND e.visible
         LEFT JOIN cell ON cell.code = e.cell_code
        WHERE area.municipality_id = $1 AND area.association_id = $2
        ORDER BY e.urgency = 'acute' DESC, e.day, e.day_part, e.help_request_id`,
      [this.town.municipalityId, associationId],
    );
  }

  async postHelpRequest(person: GeneratedPerson): Promise<void> {
    await this.readSession(person);
    const { municipalityId } = this.town;
    const [id, scope, key] = [newId(), createHash('sha256').update(person.personId).digest(), newId()];
    await this.inTransaction(async () => {
      await this.ask('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [key]);
      await this.ask(
        'SELECT body_hash, person_id, answer_enc FROM idempotency_key WHERE municipality_id = $1 AND scope = $2 AND key = $3',
        [municipalityId, scope, key],
      );
      await this.ask(
        `SELECT p.given_name_enc, k.wrapped_key,
                (SELECT count(*) FROM help_request r WHERE r.municipality_id = $1 AND r.asker_id = $2
                    AND r.posted_at > app_now() - interval '1 day') AS recent
           FROM person p JOIN person_key k ON k.municipality_id = p.municipality_id AND k.person_id = p.id
          WHERE p.municipality_id = $1 AND p.id = $2`,
        [municipalityId, person.personId],
      );
      await this.insertRequest(id, person);
      await this.ask(
        `INSERT INTO idempotency_key (municipality_id, scope, key, body_hash, person_id, answer_enc, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, app_now())`,
        [municipalityId, scope, key, randomBytes(32), person.personId, randomBytes(1_500)],
      );
      await this.insertEvents(id);
    });
  }

  private async insertRequest(id: string, person: GeneratedPerson): Promise<void> {
    await this.ask(
      `INSERT INTO help_request (municipality_id, id, association_id, neighbourhood_code, asker_id, posted_by_id, category,
         urgency, status, version, summary_enc, address_enc, window_from, window_until, expected_minutes, helpers_needed,
         required_trust, auto_confirm, posted_at, opened_at, coordinator_at, desk_at, next_due_at)
       VALUES ($1, $2, $3, $4, $5, $5, 'groceries', 'planned', 'open', 1, $6, $7, $8, $9, 30, 1, 'none', false, app_now(),
         app_now(), $10, $11, $10)`,
      [
        this.town.municipalityId,
        id,
        this.town.organisationIds[0],
        this.town.neighbourhoodCodes[0],
        person.personId,
        randomBytes(80),
        randomBytes(60),
        new Date(tuesdayAfternoon + 24 * hour),
        new Date(tuesdayAfternoon + 27 * hour),
        new Date(tuesdayAfternoon + 12 * hour),
        new Date(tuesdayAfternoon + 18 * hour),
      ],
    );
  }

  private async insertEvents(id: string): Promise<void> {
    const types = ['help-request.posted', 'help-request.opened', 'help-request.clock-set'];
    const payload = JSON.stringify({ helpRequestId: id, associationId: this.town.organisationIds[0], version: 1 });
    await this.ask(
      `WITH written AS (
         INSERT INTO outbox (id, municipality_id, type, payload, occurred_at, published_at)
         SELECT id, $1, type, $4::jsonb, app_now(), app_now() FROM unnest($2::uuid[], $3::text[]) AS e(id, type)
       ) SELECT pg_notify('outbox', '')`,
      [this.town.municipalityId, types.map(() => newId()), types, payload],
    );
  }

  private async readSession({ cookie }: GeneratedPerson): Promise<void> {
    const token = cookie.slice(sessionCookie.length + 1);
    await this.inTransaction(() =>
      this.ask(
        `SELECT s.id, s.person_id,
                (SELECT json_agg(json_build_object('role', m.role, 'associationId', m.association_id)) FROM membership m
                  WHERE m.municipality_id = s.municipality_id AND m.person_id = s.person_id) AS memberships
           FROM session s JOIN person p ON p.municipality_id = s.municipality_id AND p.id = s.person_id
          WHERE s.municipality_id = $1 AND s.token_hash = $2 AND s.ended_at IS NULL AND s.expires_at > app_now()
            AND p.status = 'active'`,
        [this.town.municipalityId, hashToken(token)],
      ),
    );
  }

  /** Prepared once, as an application that cares for speed does: else planning would flatter what is compared with it. */
  private async ask(text: string, values: unknown[]): Promise<void> {
    const name = this.names.get(text) ?? `bare-${this.names.size}`;
    this.names.set(text, name);
    await this.client.query({ name, text, values });
  }

  private async inTransaction(work: () => Promise<unknown>): Promise<void> {
    await this.client.query('BEGIN');
    await this.ask(
      `SELECT set_config('app.municipality_id', $1, true), set_config('app.scope', 'system', true), app_now()`,
      [this.town.municipalityId],
    );
    await work();
    await this.client.query('COMMIT');
  }
}
