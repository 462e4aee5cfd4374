import { setTimeout as sleep } from 'node:timers/promises';
import type { Demonstration } from './demonstration.js';
import { PersonOverHttp } from './person-over-http.js';

const hour = 3_600_000;
const day = 24 * hour;
const rossenberg = 'BU03270107';

interface Request {
  readonly asker: PersonOverHttp;
  readonly id: string;
}
interface Item {
  readonly kind: string;
  readonly subjectId: string;
}

/** Every kind of work on the list of Rossenberg at once, brought about by the people who cause it. */
export class MorningScene {
  private constructor(
    private readonly at: Demonstration,
    readonly marja: PersonOverHttp,
    readonly tineke: PersonOverHttp,
    readonly jan: PersonOverHttp,
    private readonly wim: PersonOverHttp,
    readonly associationId: string,
  ) {}

  static async open(at: Demonstration): Promise<MorningScene> {
    const gemeente = await PersonOverHttp.signIn(at, 'gemeente@voorbeeld.invalid');
    const marja = await PersonOverHttp.signIn(at, 'marja@voorbeeld.invalid');
    const { items, organisations } = await marja.call<{ items: Item[]; organisations: { id: string }[] }>(
      'GET',
      '/v1/work-items',
    );
    const associationId = organisations[0]?.id ?? '';
    if (items.length === 0 || associationId === '') throw new Error('Marja has no list');
    const email = 'tineke@voorbeeld.invalid';
    const body = { email, role: 'coordinator', associationId, mayChangeSettings: false };
    await gemeente.call('POST', '/v1/members', { body });
    const tineke = await PersonOverHttp.signIn(at, email);
    await tineke.call('PUT', '/v1/me', { body: { givenName: 'Tineke' } });
    const jan = await PersonOverHttp.signIn(at, 'jan@voorbeeld.invalid');
    const wim = await PersonOverHttp.signIn(at, 'wim@voorbeeld.invalid');
    return new MorningScene(at, marja, tineke, jan, wim, associationId);
  }

  /** Brings the whole list about; ends when each kind stands there. */
  async fill(): Promise<void> {
    const first = await this.agreement('Truus', this.jan);
    await first.asker.call('PUT', `/v1/help-requests/${first.id}/accompaniment`, { body: { wanted: true } });
    await this.report(first.asker, first.id, 'no-show');
    await this.report(this.jan, first.id, 'unsafe');
    const second = await this.agreement('Bep', this.wim);
    await this.sanction(second.asker, second.id, { outcome: 'no-helping', days: 2 });
    await this.sanction(this.wim, second.id, { outcome: 'no-asking', days: 30 });
    await this.appeal(second.asker);
    await this.endingVog();
    await second.asker.call('POST', '/v1/desk-questions', {
      body: { text: 'Waar kan mijn moeder overdag terecht?', neighbourhoodCode: rossenberg },
    });
    await this.ask('Dirk', { hours: 3, sentence: 'Brood en melk halen.' });
    await this.lookFirst();
    await this.ask('Corrie', { hours: 30, sentence: 'Samen een rondje lopen.' });
    await this.ask('Gerda', { hours: 30, sentence: 'Bel mij op 06 12345678, dan leg ik uit hoe het moet.' });
    await this.at.passHours(0.55);
    const kinds = ['unfilled', 'review', 'first-match', 'accompany', 'report', 'sanction', 'appeal', 'vog', 'question'];
    await this.await([...kinds, 'welcome']);
  }

  /** A request of somebody new, in words that say whose it is. */
  async ask(
    givenName: string,
    { hours, sentence = 'Even met de hond naar buiten.' }: { readonly hours: number; readonly sentence?: string },
  ): Promise<Request> {
    const now = await this.at.now();
    const after = await this.at.lastMail();
    const email = `${givenName.toLowerCase()}@voorbeeld.invalid`;
    const urgency = hours < 8 ? 'acute' : 'planned';
    const from = new Date(now + (urgency === 'acute' ? 0 : hours * hour)).toISOString();
    const until = new Date(now + (hours + 2) * hour).toISOString();
    const posted = await PersonOverHttp.guest(this.at).call<{ id: string; challengeId: string }>(
      'POST',
      '/v1/help-requests',
      {
        body: {
          category: urgency === 'acute' ? 'groceries' : 'walk-together',
          urgency,
          summary: sentence,
          window: { from, until: urgency === 'acute' ? new Date(now + hours * hour).toISOString() : until },
          expectedMinutes: 30,
          neighbourhoodCode: rossenberg,
          address: 'Voorbeeldpad 3',
          contact: { givenName, email, phone: '06 12345678' },
        },
      },
    );
    const code = await this.at.codeFor(email, after);
    return { id: posted.id, asker: await PersonOverHttp.withCode(this.at, posted.challengeId, code) };
  }

  /** Somebody who says today: I am willing, at any hour, and you may ring me. */
  async newNeighbour(givenName: string): Promise<void> {
    const who = await PersonOverHttp.signIn(this.at, `${givenName.toLowerCase()}@voorbeeld.invalid`);
    await who.call('PUT', '/v1/me', { body: { givenName, phone: '06 12345678' } });
    const willing = { categories: ['groceries'], maxDistance: 'district', availability: [], acute: true };
    await who.call('PUT', '/v1/helper-profile', { body: { ...willing, neighbourhoodCode: rossenberg } });
  }

  /** Somebody reports whom they met at a request. @returns the report */
  async report(who: PersonOverHttp, helpRequestId: string, kind: string): Promise<string> {
    const body = { met: { helpRequestId }, kind, text: 'Het ging niet zoals wij hadden afgesproken.' };
    return (await who.call<{ id: string }>('POST', '/v1/reports', { body })).id;
  }

  /** A request that a neighbour said yes to, and that the asker confirmed. */
  async agreement(givenName: string, helper: PersonOverHttp): Promise<Request> {
    const request = await this.ask(givenName, { hours: 30, sentence: 'Samen een kop koffie drinken.' });
    await helper.call('PUT', `/v1/help-requests/${request.id}/acceptance`, { body: {} });
    await request.asker.call('PUT', `/v1/help-requests/${request.id}/confirmation`, { body: {} });
    return request;
  }

  /** Waits until an item of each of these kinds stands on the list. */
  async await(kinds: readonly string[]): Promise<void> {
    for (let waited = 0; ; waited += 1) {
      const { items } = await this.marja.call<{ items: Item[] }>('GET', '/v1/work-items');
      const missing = kinds.filter((kind) => items.every((item) => item.kind !== kind));
      if (missing.length === 0) return;
      if (waited > 120) throw new Error(`Nothing on the list of ${missing.join(', ')}`);
      await sleep(500);
    }
  }

  /** From now on everything new is looked at first. */
  async lookFirst(): Promise<void> {
    const path = `/v1/associations/${this.associationId}/settings`;
    const { settings, version } = await this.marja.call<{ settings: object; version: number }>('GET', path);
    await this.marja.call('PUT', path, { body: { ...settings, moderationMode: 'all-first' }, version });
  }

  private async sanction(
    who: PersonOverHttp,
    helpRequestId: string,
    { outcome, days }: { readonly outcome: string; readonly days: number },
  ): Promise<void> {
    const id = await this.report(who, helpRequestId, 'unkind');
    const until = new Date((await this.at.now()) + days * day).toISOString();
    const body = { outcome, explanation: 'U hield zich niet aan wat u had afgesproken.', until };
    await this.tineke.call('PUT', `/v1/reports/${id}/decision`, { body, version: 1 });
  }

  private async appeal(who: PersonOverHttp): Promise<void> {
    const { sanctions } = await who.call<{ sanctions: { id: string }[] }>('GET', '/v1/sanctions?role=mine');
    const body = { text: 'Ik was ziek en kon niemand bellen.' };
    await who.call('PUT', `/v1/sanctions/${sanctions[0]?.id}/appeal`, { body });
  }

  /** A certificate that ends within two months. */
  private async endingVog(): Promise<void> {
    const { neighbours } = await this.marja.call<{ neighbours: { personId: string; name: string }[] }>(
      'GET',
      '/v1/neighbour-trust',
    );
    const now = new Date(await this.at.now());
    now.setUTCMonth(now.getUTCMonth() - 35);
    const issuedOn = now.toISOString().slice(0, 10);
    const neighbour = neighbours.find(({ name }) => name.startsWith('Jan'));
    await this.marja.call('PUT', `/v1/neighbour-trust/${neighbour?.personId}/vog`, { body: { issuedOn } });
  }
}
