import type { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { cast } from '../people/cast.js';
import { seedPeople, type SeededPerson } from '../seed-people.js';
import { seedGatherings } from '../seed-gatherings.js';
import { seedPlaces, type OrganisationIds } from '../seed-places.js';
import { seedTrust } from '../seed-trust.js';
import { organisations } from '../leusden/organisations.js';
import { eventsOfPerson, eventsOfRequest, writeEvents, type LivedPerson } from './lived-events.js';
import { keptRequest, type KeptRequest, type RequestPlace, type Translation } from './lived-request-rows.js';
import { eventsOfQuestion, questionsOf } from './lived-questions.js';
import type { LivedYear } from './lived-year.js';
import { loadsOf } from './loads.js';
import type { Placing } from './placing.js';
import { tidyLists } from './tidy-lists.js';
import { townspeopleOf } from './townspeople.js';
import { writeCampaigns } from './write-campaigns.js';
import { writeLearned } from './write-learned.js';
import { writeLoads } from './write-people.js';
import { writeQuestions } from './write-questions.js';
import { writeRequests } from './write-year.js';
import type { YearCalendar } from './year-calendar.js';

const dayMs = 24 * 3_600_000;

/** What was written. */
export interface FilledYear {
  readonly municipalityId: string;
  readonly people: number;
  readonly requests: number;
  readonly asks: number;
  readonly campaigns: number;
}

export interface YearToFill {
  readonly year: LivedYear;
  readonly calendar: YearCalendar;
  readonly placing: Placing;
  readonly seed: number;
}

/** Fills an empty database with Leusden and a year of it, in one transaction. The product clock stands at the end of the year. */
export function fillYear(unitOfWork: UnitOfWork, keyRing: KeyRing, wanted: YearToFill): Promise<FilledYear> {
  const municipalityId = newId();
  return unitOfWork.run(asSystem(municipalityId), async (tx) => {
    const { year, calendar, placing, seed } = wanted;
    const organisationIds = await seedPlaces(tx);
    const townspeople = townspeopleOf(year, placing, calendar, seed);
    const people = await seedPeople(tx, keyRing, organisationIds, townspeople);
    await seedTrust(tx);
    const town = new Town(people, organisationIds, wanted);
    const requests = year.requests.flatMap((lived, number) => {
      const kept = keptRequest(lived, town.placeOf(lived.area, number), town);
      return kept ? [kept] : [];
    });
    await writeRequests(tx, keyRing, requests, year.learned.belief);
    await writeLearned(tx, year.learned, requests, (livedId) => town.person(livedId));
    await writeLoads(tx, loadsOf(requests, tx.now));
    await writeCampaigns(tx, year.campaigns, (key) => town.senderOf(key), town);
    const questions = questionsOf(requests, seed, tx.now);
    await writeQuestions(tx, keyRing, questions);
    const gatherings = await seedGatherings(tx, organisationIds, calendar.now - calendar.at(0), seed);
    await writeEvents(tx, [
      ...gatherings,
      ...town.persons().flatMap(eventsOfPerson),
      ...requests.flatMap(eventsOfRequest),
      ...questions.flatMap(eventsOfQuestion),
    ]);
    await tidyLists(tx);
    return { municipalityId, people: people.length, ...sizes(requests), campaigns: year.campaigns.length };
  });
}

function sizes(requests: readonly KeptRequest[]): Pick<FilledYear, 'requests' | 'asks'> {
  return { requests: requests.length, asks: requests.reduce((sum, { asks }) => sum + asks.length, 0) };
}

/** Who and where the people and areas of the year are in the database. */
class Town implements Translation {
  readonly now: number;
  private readonly personIds: ReadonlyMap<string, string>;
  private readonly askers: readonly SeededPerson[];

  constructor(
    private readonly people: readonly SeededPerson[],
    private readonly organisationIds: OrganisationIds,
    private readonly wanted: YearToFill,
  ) {
    const { year, calendar } = wanted;
    this.now = calendar.now;
    this.personIds = new Map(year.people.map(({ id }, who) => [id, people[cast.length + who]?.id ?? '']));
    this.askers = people.slice(cast.length + year.people.length);
  }

  at(lived: number): number {
    const { year, calendar } = this.wanted;
    return Math.round(calendar.at(lived - year.start));
  }

  person(livedId: string): string {
    const id = this.personIds.get(livedId);
    if (id === undefined) throw new Error(`Nobody in the year is called ${livedId}`);
    return id;
  }

  /** Where a request is, and a caregiver of that neighbourhood, or of anywhere when nobody there asks. */
  placeOf(area: number, number: number): RequestPlace {
    const neighbourhoodCode = this.wanted.placing.placeOf(area, number);
    const near = this.askers.filter((one) => one.neighbourhoodCode === neighbourhoodCode);
    const from = near.length > 0 ? near : this.askers;
    const asker = from[(number * 7) % from.length];
    const home = organisations.find(({ neighbourhoodCodes }) => neighbourhoodCodes.includes(neighbourhoodCode));
    return {
      neighbourhoodCode,
      hasOrganisation: home !== undefined,
      associationId: this.organisationIds.get(home?.key ?? 'huiskamer') ?? '',
      askerId: asker?.id ?? '',
    };
  }

  senderOf(key: string): { associationId: string; coordinatorId: string } {
    const coordinator = this.people.find(
      ({ organisationKey, role }) => organisationKey === key && role === 'coordinator',
    );
    return { associationId: this.organisationIds.get(key) ?? '', coordinatorId: coordinator?.id ?? '' };
  }

  /** Everybody who may help, those with a part of their own too. */
  persons(): readonly LivedPerson[] {
    const ofYear = this.wanted.year.people.map(({ id, joinedAt, leftAt, alreadyHelping }): LivedPerson => ({
      personId: this.person(id),
      joinedAt: this.at(joinedAt),
      leftAt: leftAt === null || this.at(leftAt) > this.now ? null : this.at(leftAt),
      alreadyHelping,
    }));
    const ofCast = this.people.slice(0, cast.length).flatMap(({ id, profile }): LivedPerson[] => {
      if (!profile) return [];
      const joinedAt = this.now - profile.willingForDays * dayMs;
      return [{ personId: id, joinedAt, leftAt: null, alreadyHelping: profile.alreadyHelping }];
    });
    return [...ofYear, ...ofCast];
  }
}
