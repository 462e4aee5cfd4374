import { randomUUID } from 'node:crypto';
import { operations, type OperationId } from '@app/contracts/http/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { hashToken, newToken } from '@app/platform/crypto/secret-hash.js';
import type { Application } from '../support/application.js';
import { deskQuestion, requestByPhone } from './rights-desk.js';
import { gathering } from './rights-gathering.js';

/** One thing in the area of association A, with what its operation needs beside it. */
export interface Thing {
  readonly id: string;
  readonly version?: number;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  /** Cookies of whoever it belongs to, where that differs from one thing to the next. */
  readonly asker?: string | undefined;
  readonly helper?: string | undefined;
}

export interface Person {
  readonly personId: string;
  readonly cookie: string;
}

/** Makes each thing that the path of an operation names, in the area of association A. */
export class RightsThings {
  private made = 0;

  constructor(
    private readonly application: Application,
    private readonly northId: string,
    private readonly coordinator: Person,
    private readonly administratorCookie: string,
  ) {}

  /** An asker who has not asked anything yet. */
  asker(): Person {
    return this.application.asker((this.made += 1));
  }

  /** Makes the thing that this operation is about. */
  async make(id: OperationId): Promise<Thing> {
    const [, first = ''] = operations[id].path.split('/').slice(1);
    switch (first) {
      case 'help-requests':
        return id === 'makeRequestFollowCode' ? requestByPhone(this.application, this.coordinator) : this.request(id);
      case 'associations':
        return this.association(id);
      case 'municipalities':
        if (id === 'acknowledgeAlert') return this.alert();
        return id === 'publishQuarter' || id === 'previewPublication'
          ? { id: 'GM9001', body: { quarter: '2026-Q4' } }
          : { id: 'GM9001', query: { from: '2026-Q1', until: '2026-Q4' } };
      case 'circles': {
        const asker = this.asker().cookie;
        const body = { neighbourhoodCode: 'BU90010000', leadHours: 72 as const };
        return { id: (await this.application.client.call('startCircle', { cookie: asker, body })).result().id, asker };
      }
      case 'gatherings':
      case 'gathering-dates':
        return gathering(this.application, id, { northId: this.northId, coordinator: this.coordinator });
      case 'desk-questions':
        return deskQuestion(this.application, id, { asker: this.asker(), coordinator: this.coordinator });
      case 'conversations':
        return this.partOf('acceptance', 'getThanks');
      case 'offered-thanks':
        return this.partOf('wall_thanks', 'takeThanksOffWall');
      case 'calls':
        return { ...(await this.ask()), body: undefined };
      case 'reports':
        return this.report();
      case 'imports':
        return this.fileImport(id);
      case 'last-acts':
        return this.lookedAt();
      case 'work-items':
        return this.workItem(id);
      default:
        return this.ofPerson(first);
    }
  }

  /** What came of a request on the way to this operation. */
  private async partOf(table: 'acceptance' | 'wall_thanks', of: OperationId): Promise<Thing> {
    const { id: requestId, ...sides } = await this.request(of);
    const [part] = await this.application.rows<{ id: string }>(`SELECT id FROM ${table} WHERE help_request_id = $1`, [
      requestId,
    ]);
    return { asker: sides.asker, helper: sides.helper, id: part?.id ?? '' };
  }

  private async request(id: OperationId): Promise<Thing> {
    const asker = this.asker();
    const helper = this.application.neighbour(this.made);
    const posted = await this.application.post(asker.cookie, { address: 'Voorbeeldpad 1' });
    const thing = { id: posted.id, asker: asker.cookie, helper: helper.cookie };
    const withYes: OperationId[] = ['withdrawAcceptance', 'confirmHelpRequest', 'recordOutcome', 'getHelpRequest'];
    if (withYes.includes(id) || id.endsWith('Accompaniment') || id.includes('Thanks')) {
      await this.must('acceptHelpRequest', posted.id, helper.cookie, {});
      if (id !== 'confirmHelpRequest') await this.must('confirmHelpRequest', posted.id, asker.cookie, {});
      if (id.includes('Thanks')) await this.must('recordOutcome', posted.id, asker.cookie, { helped: true });
      if (id === 'takeThanksOffWall')
        await this.must('giveThanks', posted.id, asker.cookie, { text: 'Wat een hulp', onWall: true });
    }
    if (id === 'approveHelpRequest') {
      await this.application.rows(`UPDATE help_request SET status = 'in-review' WHERE id = $1`, [posted.id]);
    }
    await this.application.workOff();
    const [{ version }] = (await this.application.rows<{ version: number }>(
      'SELECT version FROM help_request WHERE id = $1',
      [posted.id],
    )) as [{ version: number }];
    const body = id === 'acceptHelpRequest' || id === 'confirmHelpRequest' ? {} : undefined;
    return { ...thing, version, ...(body ? { body } : {}) };
  }

  /** People say yes more often than was believed. */
  private async alert(): Promise<Thing> {
    await this.application.rows(
      `INSERT INTO matching_drift (municipality_id, likelier, less_likely, since)
       SELECT id, 10, 0, app_now() FROM municipality WHERE code = 'GM9001'
       ON CONFLICT (municipality_id) DO UPDATE SET likelier = 10, less_likely = 0, since = app_now()`,
    );
    const [row] = await this.application.rows<{ quarter: string }>(`SELECT to_char(app_now(), 'YYYY-"Q"Q') AS quarter`);
    return { id: 'GM9001', body: { key: `calibration/${row?.quarter}/likelier` } };
  }

  private async association(id: OperationId): Promise<Thing> {
    const cookie = this.administratorCookie;
    const view = (await this.application.client.call('getAssociationSettings', { id: this.northId, cookie })).result();
    if (id === 'putAssociationSettings') return { id: this.northId, version: view.version, body: view.settings };
    if (id !== 'putAbsence') return { id: this.northId, version: view.version };
    const { personId } = this.application.asker(84);
    await addRole(this.application, personId, 'coordinator', this.northId);
    const body = { deputyId: personId, from: '2027-03-03T08:00:00Z', until: '2027-03-05T08:00:00Z' };
    return { id: this.northId, body };
  }

  private async report(): Promise<Thing> {
    const { id: helpRequestId, asker, helper } = await this.request('recordOutcome');
    const body = { met: { helpRequestId }, kind: 'other' as const };
    const made = (await this.application.client.call('reportPerson', { cookie: asker, body })).result();
    const [row] = await this.application.rows<{ version: number }>('SELECT version FROM report WHERE id = $1', [
      made.id,
    ]);
    return { id: made.id, version: row?.version ?? 0, asker, helper, body: { outcome: 'nothing' } };
  }

  /** One of a kind at a time, so the one before makes room. */
  private async fileImport(id: OperationId): Promise<Thing> {
    await this.application.rows('DELETE FROM file_import');
    const body = { kind: 'members' as const, associationId: null, bytes: 6, sha256: 'a'.repeat(64) };
    const cookie = this.administratorCookie;
    const made = (await this.application.client.call('startImport', { cookie, body })).result();
    if (id !== 'decideImport') return { id: made.id };
    await this.application.rows(`UPDATE file_import SET status = 'waiting'`);
    return { id: made.id, body: { rows: 'good-rows' } };
  }

  private async workItem(id: OperationId): Promise<Thing> {
    await this.request('recordOutcome');
    const { items } = (
      await this.application.client.call('listWorkItems', { cookie: this.coordinator.cookie })
    ).result();
    const item = items.find(({ kind }) => kind === 'first-match' || kind === 'welcome');
    if (!item) throw new Error('Nothing stands on the list');
    if (id === 'reopenWorkItem') {
      const headers = { 'if-match': `"${item.version}"` };
      await this.application.client.call('finishWorkItem', { id: item.id, cookie: this.coordinator.cookie, headers });
    }
    const body = id === 'assignWorkItem' ? { personId: this.coordinator.personId } : undefined;
    return { id: item.id, version: item.version, ...(body ? { body } : {}) };
  }

  private async lookedAt(): Promise<Thing> {
    const { id } = await this.workItem('reopenWorkItem');
    return { id: id.split('.')[2] ?? '' };
  }

  /** Things of one person: of the asker, or of a neighbour of association A. */
  private async ofPerson(kind: string): Promise<Thing> {
    const asker = this.asker();
    const neighbour = this.application.neighbour(this.made);
    const sides = { asker: asker.cookie, helper: neighbour.cookie };
    const [id, at] = [newId(), new Date()];
    const role = { id, person_id: neighbour.personId, association_id: this.northId, created_at: at };
    switch (kind) {
      case 'me':
        await this.add('session', {
          id,
          person_id: asker.personId,
          token_hash: hashToken(newToken()),
          created_at: at,
          expires_at: new Date('2030-01-01'),
        });
        return { ...sides, id };
      case 'blocks':
        await this.add('person_block', {
          id,
          blocker_id: asker.personId,
          blocked_id: neighbour.personId,
          created_at: at,
        });
        return { ...sides, id };
      case 'members':
        await this.add('membership', { ...role, role: 'coordinator' });
        return { id };
      case 'neighbour-trust':
        await this.add('membership', { ...role, role: 'neighbour' });
        await this.application.trust(neighbour.personId, 'vog');
        return { ...sides, id: neighbour.personId };
      default:
        return (await this.byHttp(kind)) ?? { ...sides, id: randomUUID() };
    }
  }

  private async byHttp(kind: string): Promise<Thing | undefined> {
    const { client } = this.application;
    if (kind === 'asks') return this.ask();
    if (kind === 'feedback') {
      await client.call('postFeedback', { body: { subject: 'idea', text: 'Grotere letters graag' } });
      const [row] = await this.application.rows<{ id: string }>('SELECT id FROM feedback');
      return { id: row?.id ?? '' };
    }
    if (kind === 'vouch-sheets') {
      const body = { codes: 1, validDays: 10 };
      const made = await client.call('issueVouchSheet', { id: this.northId, cookie: this.coordinator.cookie, body });
      return { id: made.result().sheet.id };
    }
    if (kind !== 'sign-in-challenges') return undefined;
    const made = await client.call('requestSignInCode', { body: { email: 'iemand@example.invalid' } });
    return { id: made.result().challengeId };
  }

  private add(table: string, columns: Readonly<Record<string, unknown>>): Promise<unknown> {
    const names = Object.keys(columns);
    return this.application.rows(
      `INSERT INTO ${table} (municipality_id, ${names.join(', ')})
       VALUES ($1, ${names.map((_name, index) => `$${index + 2}`).join(', ')})`,
      [this.application.town.municipalityId, ...Object.values(columns)],
    );
  }

  private async ask(): Promise<Thing> {
    const { id } = await this.request('listRequestAsks');
    const [ask] = await this.application.rows<{ id: string; person_id: string }>(
      'SELECT id, person_id FROM ask WHERE help_request_id = $1 ORDER BY id LIMIT 1',
      [id],
    );
    if (!ask) throw new Error('Nobody was asked');
    return { id: ask.id, helper: await this.application.cookieOf(ask.person_id), body: { answer: 'yes' } };
  }

  private async must(operation: OperationId, id: string, cookie: string, body: unknown): Promise<void> {
    (await this.application.client.call(operation, { id, cookie, body: body as never })).result();
  }
}

export async function addRole(
  application: Application,
  personId: string,
  role: string,
  associationId: string | null,
): Promise<void> {
  await application.rows(
    `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
     VALUES ($1, $2, $3, $4, $5, app_now()) ON CONFLICT DO NOTHING`,
    [application.town.municipalityId, newId(), personId, associationId, role],
  );
}
