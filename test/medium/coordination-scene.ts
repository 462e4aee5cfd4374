import type { WorkItem, WorkKind } from '@app/contracts/http/work-items.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { Application, deskOf, northOf, southOf } from '../support/application.js';

/** An application with organisers of two associations and the desk; the north has two. */
export class CoordinationScene {
  private constructor(
    readonly application: Application,
    readonly north: Organiser,
    readonly colleague: Organiser,
    readonly south: Organiser,
    readonly desk: Organiser,
  ) {}

  static async open(size: { readonly neighbours?: number; readonly askers?: number } = {}): Promise<CoordinationScene> {
    const application = await Application.open({ neighbours: 6, askers: 10, ...size });
    const [north, south, desk] = await Promise.all(
      [northOf, southOf, deskOf].map(async (at) => ({
        ...(await application.organiser(at)),
        organisationId: application.town.organisationIds[at] ?? '',
      })),
    );
    // A second coordinator of the north, who asks for help there as well.
    const { personId, cookie } = application.asker(0);
    await application.rows(
      `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
       VALUES ($1, $2, $3, $4, 'coordinator', app_now())`,
      [application.town.municipalityId, newId(), personId, north!.organisationId],
    );
    await application.rows(
      `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
       SELECT municipality_id, gen_random_uuid(), person_id, $1, 'neighbour', app_now() FROM helper_profile
       ON CONFLICT DO NOTHING`,
      [north!.organisationId],
    );
    const colleague = { personId, cookie, organisationId: north!.organisationId };
    return new CoordinationScene(application, north!, colleague, south!, desk!);
  }

  close(): Promise<void> {
    return this.application.close();
  }

  async list(cookie: string) {
    return (await this.application.client.call('listWorkItems', { cookie })).result();
  }

  /** The items of one kind, as this organiser sees them. */
  async items(cookie: string, kind: WorkKind): Promise<readonly WorkItem[]> {
    return (await this.list(cookie)).items.filter((item) => item.kind === kind);
  }

  async itemOf(cookie: string, subjectId: string): Promise<WorkItem> {
    const item = (await this.list(cookie)).items.find((found) => found.subjectId === subjectId);
    if (!item) throw new Error(`Nothing of ${subjectId} stands on the list`);
    return item;
  }

  assign(cookie: string, item: Pick<WorkItem, 'id' | 'version'>, personId: string | null) {
    return this.application.client.call('assignWorkItem', {
      id: item.id,
      cookie,
      headers: { 'if-match': `"${item.version}"` },
      body: { personId },
    });
  }

  finish(cookie: string, item: Pick<WorkItem, 'id' | 'version'>) {
    const headers = { 'if-match': `"${item.version}"` };
    return this.application.client.call('finishWorkItem', { id: item.id, cookie, headers });
  }
}

interface Organiser {
  readonly personId: string;
  readonly cookie: string;
  readonly organisationId: string;
}
