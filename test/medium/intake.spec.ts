import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PostedHelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { Application, deskOf, northOf, southOf, type PostBody } from '../support/application.js';

let scene: Application;
let north: string;
let south: string;
let desk: string;
beforeAll(async () => {
  scene = await Application.open({ askers: 4 });
  [north, south, desk] = (await Promise.all([northOf, southOf, deskOf].map((at) => scene.organiser(at)))).map(
    ({ cookie }) => cookie,
  ) as [string, string, string];
});
afterAll(() => scene.close());

type Behalf = NonNullable<PostBody['onBehalfOf']>;
const caller = (over: Partial<Behalf> = {}): Behalf => ({
  givenName: 'Truus',
  familyName: 'van Dénwater',
  phone: '06 55 12 34 56',
  relation: 'phone-intake',
  ...over,
});
const take = (cookie: string, onBehalfOf: Behalf, over: Partial<PostBody> = {}): Promise<PostedHelpRequestView> =>
  scene.post(cookie, { onBehalfOf, ...over });
const search = (cookie: string, body: { phone?: string; givenName?: string; familyName?: string }) =>
  scene.client.call('findKnownAskers', { cookie, body });

describe('a request taken by telephone', () => {
  it('makes the caller known without e-mail, and is not looked at twice by who took it', async () => {
    await scene.rows(`UPDATE association SET moderation_mode = 'all-first' WHERE id = $1`, [
      scene.town.organisationIds[southOf],
    ]);
    const body = { neighbourhoodCode: scene.code(southOf) };
    const posted = await take(south, caller({ givenName: 'Bep', phone: '06 44000000' }), body);
    expect(posted).toMatchObject({ status: 'open', onBehalfOf: { givenName: 'Bep', relation: 'phone-intake' } });
    // The desk took it for an association that wants to look first.
    expect((await take(desk, caller({ givenName: 'Cor', phone: '06 44000001' }), body)).status).toBe('in-review');
    const [row] = await scene.rows<{ email_index: Buffer | null; status: string }>(
      'SELECT p.email_index, p.status FROM person p JOIN help_request h ON h.asker_id = p.id WHERE h.id = $1',
      [posted.id],
    );
    expect(row).toStrictEqual({ email_index: null, status: 'active' });
  });

  it('recognises who called before, by number and by name, with what still runs', async () => {
    const { id } = await take(north, caller());
    const byPhone = (await search(north, { phone: '+31 6 5512' })).result().people;
    expect(byPhone).toHaveLength(1);
    expect(byPhone[0]).toMatchObject({
      givenName: 'Truus',
      familyName: 'van Dénwater',
      phoneEnding: '56',
      neighbourhoodCode: scene.code(northOf),
      sameAs: 'phone',
      openRequests: [{ id, category: 'walk-dog', status: 'open' }],
    });
    expect((await search(north, { givenName: 'truus', familyName: 'Van Den' })).result().people).toMatchObject([
      { personId: byPhone[0]!.personId, sameAs: 'name' },
    ]);
    // The number itself is not told: whoever calls can be asked for it.
    expect((await search(north, { givenName: 'truus' })).text).not.toContain('55 12 34');
  });

  it('leaves a row in the trail for everybody whose name was shown, once an hour and for each who looks', async () => {
    const phone = '06 77 11 22 33';
    await take(north, caller({ givenName: 'Jannigje', familyName: 'Hoogendoorn', phone }));
    const views = () =>
      scene.rows<{ reason: string; names: string[] }>(
        `SELECT e.reason, ARRAY(SELECT jsonb_object_keys(e.details::jsonb) ORDER BY 1) AS names FROM audit_entry e
           JOIN help_request h ON h.asker_id = e.subject_id JOIN person p ON p.id = h.asker_id
          WHERE e.act = 'contact-viewed' AND e.about_id IS NULL AND h.asker_id = $1`,
        [person],
      );
    const [found] = (await search(north, { givenName: 'jannig' })).result().people;
    const person = found!.personId;
    expect(found).toMatchObject({ familyName: 'Hoogendoorn', phoneEnding: '33' });
    const row = { reason: 'call-about-request', names: ['family-name', 'phone'] };
    expect(await views()).toStrictEqual([row]);
    await search(north, { givenName: 'jannigje', familyName: 'hoog' });
    expect(await views()).toStrictEqual([row]);
    await scene.wait('61 minutes');
    await search(north, { phone });
    expect(await views()).toStrictEqual([row, row]);
    // Whoever finds nobody has seen nobody.
    await search(south, { phone });
    expect(await views()).toHaveLength(2);
  });

  it('tells who took it nothing of a known caller without a reason: in the answer, the list and the page', async () => {
    const details = { familyName: 'Kuipersbergen', phone: '06 88 11 22 33' };
    const body = { neighbourhoodCode: scene.code(southOf), address: 'Geheime Laan 9' };
    await take(desk, caller({ givenName: 'Wijnanda', ...details }), body);
    const [known] = (await search(desk, { givenName: 'wijnanda' })).result().people;
    const over = { personId: known!.personId, familyName: undefined, phone: undefined };
    const again = await take(desk, caller({ givenName: 'Wijnanda', ...over }), body);
    const list = await scene.client.call('listHelpRequests', { cookie: desk, query: { role: 'asker' } });
    const shown = [JSON.stringify(again), list.text, JSON.stringify(await scene.see(again.id, desk))];
    for (const text of shown) {
      expect(text).toContain('Wijnanda');
      expect(text).not.toMatch(/Kuipersbergen|88 11 22|Geheime Laan/);
    }
    const view = (cookie: string, reason?: 'call-about-request') =>
      scene.client.call('viewContactDetails', { id: again.id, cookie, body: { reason } });
    expect((await view(desk)).problem().code).toBe('reason-required');
    expect((await view(desk, 'call-about-request')).result()).toMatchObject({
      asker: details,
      address: 'Geheime Laan 9',
    });
    const trail = `SELECT 1 FROM audit_entry WHERE act = 'contact-viewed' AND about_id = $1 AND subject_id = $2`;
    expect(await scene.count(trail, [again.id, known!.personId])).toBe(1);
    // Another person and another association.
    for (const cookie of [scene.asker(3).cookie, north])
      expect((await view(cookie, 'call-about-request')).status).toBeGreaterThanOrEqual(403);
  });

  it('is nothing any more to who took it and is no organiser now', async () => {
    const { cookie, personId } = await scene.organiser(deskOf);
    const posted = await take(cookie, caller({ givenName: 'Geesje', phone: '06 99 11 22 33' }), {
      neighbourhoodCode: scene.code(southOf),
    });
    expect((await scene.see(posted.id, cookie)).viewer).toBe('asker');
    const roles = await scene.rows<{ id: string; role: string; association_id: string }>(
      `DELETE FROM membership WHERE person_id = $1 RETURNING id, role, association_id`,
      [personId],
    );
    const seen = await scene.client.call('getHelpRequest', { id: posted.id, cookie });
    const list = await scene.client.call('listHelpRequests', { cookie, query: { role: 'asker' } });
    const cancelled = await scene.client.call('cancelHelpRequest', { id: posted.id, cookie });
    for (const { id, role, association_id: place } of roles)
      await scene.rows(
        `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
         VALUES ($1, $2, $3, $4, $5, app_now())`,
        [scene.town.municipalityId, id, personId, place, role],
      );
    expect([seen.status, cancelled.status]).toStrictEqual([404, 404]);
    expect(list.text).not.toContain(posted.id);
  });

  it('can be for somebody who is known, who then stays one person', async () => {
    const [known] = (await search(north, { phone: '0655123456' })).result().people;
    const again = await take(north, caller({ personId: known!.personId, phone: undefined }));
    const askers = await scene.rows<{ asker_id: string }>('SELECT asker_id FROM help_request WHERE id = $1', [
      again.id,
    ]);
    expect(askers).toStrictEqual([{ asker_id: known!.personId }]);
    const [found] = (await search(north, { phone: '0655123456' })).result().people;
    expect(found?.openRequests).toHaveLength(2);
  });
});

describe('who called before', () => {
  it('is known to nobody of another organisation, and not to be asked for by them', async () => {
    const [known] = (await search(north, { phone: '0655123456' })).result().people;
    for (const cookie of [south, desk]) {
      expect((await search(cookie, { phone: '0655123456' })).result().people).toStrictEqual([]);
      const headers = { 'idempotency-key': randomUUID() };
      const onBehalfOf = caller({ personId: known!.personId });
      const neighbourhoodCode = scene.code(cookie === south ? southOf : deskOf);
      const body = scene.body({ onBehalfOf, neighbourhoodCode });
      const refused = (await scene.client.call('postHelpRequest', { cookie, headers, body })).problem();
      const missing = (
        await scene.client.call('postHelpRequest', {
          cookie,
          headers: { 'idempotency-key': randomUUID() },
          body: { ...body, onBehalfOf: caller({ personId: randomUUID() }) },
        })
      ).problem();
      expect(refused).toMatchObject({ status: 404, code: 'not-found' });
      expect({ ...refused, instance: '' }).toStrictEqual({ ...missing, instance: '' });
    }
  });

  it('is not told to a person without a role, nor to a guest', async () => {
    expect((await search(scene.asker(0).cookie, { phone: '0655123456' })).problem().code).toBe('not-allowed');
    expect((await search('', { phone: '0655123456' })).problem().code).toBe('not-signed-in');
  });

  it('cannot be searched with nothing, nor asked for by a relative', async () => {
    expect((await search(north, {})).problem()).toMatchObject({ code: 'invalid-input', errors: [{ path: '/phone' }] });
    const onBehalfOf = { givenName: 'Truus', relation: 'relative' as const, personId: randomUUID() };
    const answer = await scene.client.call('postHelpRequest', {
      cookie: scene.asker(1).cookie,
      headers: { 'idempotency-key': randomUUID() },
      body: scene.body({ onBehalfOf }),
    });
    expect(answer.problem()).toMatchObject({ code: 'invalid-input', errors: [{ path: '/onBehalfOf/personId' }] });
  });
});
