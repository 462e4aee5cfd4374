import { Inject, Injectable } from '@nestjs/common';
import { RequestReader } from '@app/features/help-requests/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { hashToken, newToken } from '@app/platform/crypto/secret-hash.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import type { MunicipalityRow } from '@app/platform/identity/municipalities.js';
import { entriesOf, feedOf } from './feed-file.js';
import { FeedSources } from './feed-sources.js';

/** Secret addresses of people's own agreements. A feed that was stopped is one that never was. */
@Injectable()
export class CalendarFeeds {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestReader) private readonly requests: RequestReader,
    @Inject(FeedSources) private readonly sources: FeedSources,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  async createdAt(actor: PersonActor): Promise<string | null> {
    const rows = await this.unitOfWork.run(asPerson(actor), (tx) =>
      tx.query<{ created_at: Date }>(
        'SELECT created_at FROM calendar_feed WHERE municipality_id = $1 AND person_id = $2',
        [actor.municipalityId, actor.personId],
      ),
    );
    return rows[0]?.created_at.toISOString() ?? null;
  }

  /** @returns the address; only its hash is kept, so it cannot be told again */
  async make(actor: PersonActor): Promise<string> {
    const token = newToken();
    await this.unitOfWork.run(asPerson(actor), (tx) =>
      tx.query(
        `INSERT INTO calendar_feed (municipality_id, person_id, token_hash, created_at) VALUES ($1, $2, $3, app_now())
         ON CONFLICT (municipality_id, person_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, created_at = EXCLUDED.created_at`,
        [actor.municipalityId, actor.personId, hashToken(token)],
      ),
    );
    return `${this.config.publicUrl}/agenda/${token}.ics`;
  }

  async end(actor: PersonActor): Promise<void> {
    await this.unitOfWork.run(asPerson(actor), (tx) =>
      tx.query('DELETE FROM calendar_feed WHERE municipality_id = $1 AND person_id = $2', [
        actor.municipalityId,
        actor.personId,
      ]),
    );
  }

  /** The feed behind a secret, or undefined when there is none. */
  async read(municipality: MunicipalityRow, token: string): Promise<string | undefined> {
    const found = await this.unitOfWork.run(asSystem(municipality.id), async (tx) => {
      const [row] = await tx.query<{ person_id: string }>(
        'SELECT person_id FROM calendar_feed WHERE municipality_id = $1 AND token_hash = $2',
        [municipality.id, hashToken(token)],
      );
      if (!row) return undefined;
      const { person_id: personId } = row;
      const language = (await this.people.cardsOf(tx, [personId])).get(personId)?.language ?? 'nl';
      return { personId, language, now: tx.now, others: await this.sources.entriesOf(tx, personId) };
    });
    if (!found) return undefined;
    // The secret shows what the person may see, and nothing of what they look after for others.
    const actor: PersonActor = {
      kind: 'person',
      municipalityId: municipality.id,
      personId: found.personId,
      sessionId: '',
      memberships: [],
    };
    const [helping, helped] = [await this.requests.list(actor, 'helper'), await this.requests.list(actor, 'asker')];
    return feedOf([...[...helping, ...helped].flatMap(entriesOf), ...found.others], {
      language: found.language,
      now: found.now,
      publicUrl: this.config.publicUrl,
      municipalityName: municipality.name,
      isExample: municipality.isDemonstration,
    });
  }
}
