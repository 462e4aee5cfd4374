import type { CircleView, InvitedRole, NewSeries, SlotView } from '@app/contracts/http/circle-shapes.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { northOf, type Application } from '../support/application.js';

interface SignedIn {
  readonly cookie: string;
}

/** `elke dinsdag 10:00 boodschappen`, from next week, for four weeks; summer time begins before the last. */
export const tuesdays: NewSeries = {
  category: 'groceries',
  summary: 'Boodschappen bij de winkel op de hoek',
  days: ['tuesday'],
  everyWeeks: 1,
  time: '10:00',
  minutes: 60,
  startDay: '2027-03-09',
  untilDay: '2027-03-30',
};

/** A circle around a caregiver, and what its people do. */
export class CircleScene {
  constructor(private readonly scene: Application) {}

  /** The circle of an asker, with these people let in. */
  async circleOf(
    caregiver: GeneratedPerson,
    members: Partial<Record<InvitedRole, readonly GeneratedPerson[]>> = {},
  ): Promise<string> {
    const { scene } = this;
    const body = { neighbourhoodCode: scene.code(northOf), address: 'Kringpad 1', leadHours: 72 as const };
    const { id } = (await scene.client.call('startCircle', { cookie: caregiver.cookie, body })).result();
    for (const [role, people] of Object.entries(members) as [InvitedRole, readonly GeneratedPerson[]][]) {
      const token = await this.tokenFor(id, caregiver, role);
      for (const person of people) {
        await this.join(token, person);
        await this.admitAll(id, caregiver);
      }
    }
    return id;
  }

  async tokenFor(id: string, { cookie }: SignedIn, role: InvitedRole): Promise<string> {
    const { url } = (await this.scene.client.call('makeCircleInvitation', { id, cookie, body: { role } })).result();
    return url.split('#')[1] ?? '';
  }

  join(token: string, { cookie }: SignedIn) {
    return this.scene.client.call('joinCircle', { cookie, body: { token } });
  }

  async admitAll(id: string, caregiver: SignedIn): Promise<void> {
    const { members } = await this.see(id, caregiver);
    for (const { id: memberId, status } of members)
      if (status === 'waiting')
        await this.scene.client.call('admitCircleMember', { id: memberId, cookie: caregiver.cookie });
  }

  plan(id: string, { cookie }: SignedIn, series: Partial<NewSeries> = {}) {
    return this.scene.client.call('addCircleSeries', { id, cookie, body: { ...tuesdays, ...series } });
  }

  look(id: string, { cookie }: SignedIn) {
    return this.scene.client.call('getCircle', { id, cookie });
  }

  async see(id: string, person: SignedIn): Promise<CircleView> {
    return (await this.look(id, person)).result();
  }

  /** The turn of this number of a circle, as this person sees it. */
  async turn(id: string, person: SignedIn, index = 0): Promise<SlotView> {
    const slot = (await this.see(id, person)).slots[index];
    if (!slot) throw new Error(`The circle has no turn ${index}`);
    return slot;
  }

  take(id: string, { cookie }: SignedIn) {
    return this.scene.client.call('takeCircleSlot', { id, cookie });
  }

  askSwap(id: string, { cookie }: SignedIn, memberId: string | null) {
    return this.scene.client.call('askCircleSwap', { id, cookie, body: { memberId } });
  }

  /** Subjects of the mails to somebody, newest first. */
  mails({ email }: GeneratedPerson): string[] {
    return this.scene.sink.list({ to: email }).map(({ subject }) => subject);
  }
}
