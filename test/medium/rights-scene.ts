import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { operations, type OperationId } from '@app/contracts/http/index.js';
import type { RightsRole } from '@app/contracts/http/rights.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { hashToken, newToken } from '@app/platform/crypto/secret-hash.js';
import { sessionCookie } from '@app/platform/identity/session-reader.js';
import { Application, deskOf, northOf, southOf } from '../support/application.js';
import { addRole, RightsThings, type Person, type Thing } from './rights-things.js';

/** Things that need a long way to come into being; another suite holds the twins of each. */
const elsewhere: Partial<Record<OperationId, string>> = {
  appealSanction: 'reports.spec.ts',
  decideAppeal: 'reports.spec.ts',
  removePushSubscription: 'push.spec.ts',
  removePasskey: 'passkeys.spec.ts',
  readInboxItem: 'help-requests-rights.spec.ts',
  stopCampaign: 'invitations.spec.ts',
  recordCallOutcome: 'call-list.spec.ts',
  liftSanction: 'organisers-day.spec.ts',
  getPublication: 'publication.spec.ts',
  publishQuarter: 'publication.spec.ts',
  answerDeskOffer: 'desk.spec.ts',
  endCircleSeries: 'circles-rights.spec.ts',
  admitCircleMember: 'circles-rights.spec.ts',
  removeCircleMember: 'circles-rights.spec.ts',
  takeCircleSlot: 'circles-rights.spec.ts',
  giveBackCircleSlot: 'circles-rights.spec.ts',
  askCircleSwap: 'circles-rights.spec.ts',
  stopCircleSwap: 'circles-rights.spec.ts',
  leaveOutCircleSlot: 'circles-rights.spec.ts',
};

/** Every role of the rights matrix in one town, and a way to make each thing that a path names. */
export class RightsScene {
  /** What those who may were answered. */
  private readonly done = new Map<OperationId, readonly (readonly [RightsRole, number])[]>();

  private constructor(
    readonly application: Application,
    private readonly cookies: Readonly<Record<Exclude<RightsRole, 'asker' | 'helper'>, string | undefined>>,
    private readonly things: RightsThings,
  ) {}

  static async open(): Promise<RightsScene> {
    const application = await Application.open({ neighbours: 90, askers: 90 });
    const [a, b, desk] = await Promise.all([northOf, southOf, deskOf].map((at) => application.organiser(at)));
    const person = async (index: number, role?: string, associationId: string | null = null): Promise<string> => {
      const { personId, cookie } = application.asker(index);
      if (role) await addRole(application, personId, role, associationId);
      return cookie;
    };
    const removed = await person(86, 'coordinator', application.town.organisationIds[northOf] ?? '');
    await application.rows('DELETE FROM membership WHERE person_id = $1', [application.asker(86).personId]);
    const cookies = {
      guest: undefined,
      'other-person': application.neighbour(89).cookie,
      'coordinator-a': a!.cookie,
      'coordinator-b': b!.cookie,
      desk: desk!.cookie,
      monitor: await person(88, 'monitor'),
      administrator: await person(87, 'administrator'),
      'administrator-elsewhere': await administratorElsewhere(application),
      'removed-coordinator-a': removed,
    };
    const northId = application.town.organisationIds[northOf] ?? '';
    return new RightsScene(application, cookies, new RightsThings(application, northId, a!, cookies.administrator));
  }

  close(): Promise<void> {
    return this.application.close();
  }

  get northId(): string {
    return this.application.town.organisationIds[northOf] ?? '';
  }

  get southId(): string {
    return this.application.town.organisationIds[southOf] ?? '';
  }

  /** An asker who has not asked anything yet. */
  asker(): Person {
    return this.things.asker();
  }

  /** Whether an operation wants a fresh proof of who asks before it looks at anything. */
  asksForProof(id: OperationId): boolean {
    return id === 'removePasskey';
  }

  rowCounts(): Promise<Readonly<Record<string, number>>> {
    return this.application.rowCounts();
  }

  /** Tries one operation in a role. @returns the status of the answer, which fits the contract */
  async attempt(role: RightsRole, id: OperationId, thing: Thing | undefined, body: unknown): Promise<number> {
    const own =
      role === 'asker' || role === 'helper' ? (thing?.[role] ?? this.application.asker(85).cookie) : undefined;
    const cookie = own ?? (this.cookies as Partial<Record<RightsRole, string>>)[role];
    const { headers: asked } = operations[id] as { headers?: { shape: object } };
    const answer = await this.application.client.call(id, {
      ...(thing ? { id: thing.id } : {}),
      ...(thing?.query ? { query: thing.query } : {}),
      cookie,
      headers: {
        ...(asked && 'if-match' in asked.shape ? { 'if-match': `"${thing?.version ?? 0}"` } : {}),
        ...(asked && 'idempotency-key' in asked.shape ? { 'idempotency-key': randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: body as never }),
    });
    return answer.status;
  }

  note(id: OperationId, allowed: readonly (readonly [RightsRole, number])[]): void {
    this.done.set(id, allowed);
  }

  /** Operations that nobody who may got to do, and that no other suite answers for. */
  neverDone(): string[] {
    return [...this.done].flatMap(([id, allowed]) =>
      elsewhere[id] !== undefined || allowed.some(([, status]) => status < 300) ? [] : [`${id}: ${allowed.join('; ')}`],
    );
  }

  make(id: OperationId): Promise<Thing> {
    return this.things.make(id);
  }
}

/** A session of an administrator of another municipality in the same database; this one is told from it by its host. */
async function administratorElsewhere(application: Application): Promise<string> {
  const [municipalityId, personId, token] = [newId(), newId(), newToken()];
  await application.rows(`UPDATE municipality SET hostname = '127.0.0.1'`);
  await application.rows(
    `INSERT INTO municipality (id, code, name, hostname) VALUES ($1, 'GM9002', 'Elders', 'elders.invalid')`,
    [municipalityId],
  );
  const client = new pg.Client({ connectionString: application.database.url });
  await client.connect();
  // Row level security binds the owner too: as the system of that other municipality.
  await client.query(`SELECT set_config('app.scope', 'system', false), set_config('app.municipality_id', $1, false)`, [
    municipalityId,
  ]);
  await client.query(
    `INSERT INTO person (municipality_id, id, status, created_at) VALUES ($1, $2, 'active', app_now())`,
    [municipalityId, personId],
  );
  await client.query(
    `INSERT INTO membership (municipality_id, id, person_id, role, created_at) VALUES ($1, $2, $3, 'administrator', app_now())`,
    [municipalityId, newId(), personId],
  );
  await client.query(
    `INSERT INTO session (municipality_id, id, person_id, token_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, app_now(), app_now() + interval '30 days')`,
    [municipalityId, newId(), personId, hashToken(token)],
  );
  await client.end();
  return `${sessionCookie}=${token}`;
}
