import type { GatheringChange, NewGathering } from '@app/contracts/http/gathering-shapes.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { northOf, southOf, type Application } from '../support/application.js';

interface SignedIn {
  readonly cookie: string;
}

export const hour = 3_600_000;
/** The first coffee: the Tuesday after, at ten. */
export const firstCoffee = tuesdayAfternoon + 7 * 24 * hour - 4 * hour;

/** Coffee on Tuesdays in the north, four times; summer time begins before the last. */
export class GatheringScene {
  private constructor(
    private readonly scene: Application,
    readonly north: SignedIn,
    readonly south: SignedIn,
  ) {}

  static async of(scene: Application): Promise<GatheringScene> {
    return new GatheringScene(scene, await scene.organiser(northOf), await scene.organiser(southOf));
  }

  northId(): string {
    return this.scene.town.organisationIds[northOf] ?? '';
  }

  about(changes: Partial<GatheringChange> = {}): GatheringChange {
    return {
      kind: 'coffee',
      title: 'Koffie op dinsdag',
      words: 'Iedereen is welkom. De koffie staat klaar.',
      place: 'Buurthuis, Praatpad 1',
      neighbourhoodCode: this.scene.code(northOf),
      forWhom: 'everybody',
      seats: null,
      time: '10:00',
      minutes: 120,
      ...changes,
    };
  }

  announcing(changes: Partial<NewGathering> = {}): NewGathering {
    const when = { day: '2027-03-09', everyWeeks: 1 as const, untilDay: '2027-03-30' };
    return { ...this.about(), associationId: this.northId(), ...when, ...changes };
  }

  async announce(changes: Partial<NewGathering> = {}): Promise<string> {
    const { cookie } = this.north;
    return (await this.scene.client.call('announceGathering', { cookie, body: this.announcing(changes) })).result().id;
  }

  async look(id: string, cookie?: string) {
    return (await this.scene.client.call('getGathering', { id, ...(cookie === undefined ? {} : { cookie }) })).result();
  }

  async firstDate(id: string): Promise<string> {
    return (await this.look(id)).dates[0]?.id ?? '';
  }

  come(id: string, { cookie }: SignedIn, extra = 0) {
    return this.scene.client.call('visitGathering', { id, cookie, body: { extra } });
  }

  async managed(id: string) {
    const { cookie } = this.north;
    const { gatherings } = (await this.scene.client.call('listManagedGatherings', { cookie })).result();
    return gatherings.find((gathering) => gathering.id === id);
  }

  note(id: string, came: number | null, { cookie } = this.north) {
    return this.scene.client.call('noteAttendance', { id, cookie, body: { held: came !== null, came } });
  }

  /** Does what the sweep finds to do of this kind, and all that follows. */
  async job(name: 'gatherings.end-dates' | 'gatherings.remind'): Promise<void> {
    for (const found of (await this.scene.overdue()).filter((planned) => planned.name === name))
      await this.scene.handle(found);
    await this.scene.workOff();
  }

  /** Subjects of the mails to somebody, newest first. */
  mails({ email }: GeneratedPerson): string[] {
    return this.scene.sink.list({ to: email }).map(({ subject }) => subject);
  }
}
