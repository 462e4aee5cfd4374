import type { DomainEvents } from '@app/contracts/events/domain-event.js';
import type { GatheringAudience, GatheringKind } from '@app/contracts/http/gathering-shapes.js';
import type { Weekday } from '@app/contracts/http/vocabulary.js';
import { repeated } from '@app/features/circles/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { insertRows } from './insert-rows.js';
import { SeededRandom } from './people/seeded-random.js';
import type { OrganisationIds } from './seed-places.js';

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
/** How far ahead what is announced stands on the list. */
const aheadMs = 91 * dayMs;
/** Of dates that were, so many were cancelled before, and so many did not happen after all. Assumed, measured nowhere. */
const cancelledShare = 0.06;
const notHeldShare = 0.03;

interface SeededGathering {
  readonly organisation: string;
  readonly kind: GatheringKind;
  readonly title: string;
  readonly words: string;
  readonly place: string;
  readonly neighbourhoodCode: string;
  readonly forWhom: GatheringAudience;
  readonly seats: number | null;
  readonly weekday: Weekday;
  readonly everyWeeks: 1 | 2 | 4;
  readonly time: string;
  readonly minutes: number;
  /** Fewest and most people that come. */
  readonly people: readonly [number, number];
}

/** Made up, after what the council letter names: a Mantelzorgcafé, LevelUp! and coffee in the neighbourhood. */
const gatherings: readonly SeededGathering[] = [
  {
    organisation: 'huiskamer',
    kind: 'caregiver-cafe',
    title: 'Mantelzorgcafé van de Deelgenoten',
    words: 'Praat met anderen die voor iemand zorgen. Of luister alleen. Dit is een voorbeeld.',
    place: 'Voorbeeldzaal 1',
    neighbourhoodCode: 'BU03270000',
    forWhom: 'caregivers',
    seats: 30,
    weekday: 'wednesday',
    everyWeeks: 4,
    time: '14:00',
    minutes: 120,
    people: [12, 26],
  },
  {
    organisation: 'huiskamer',
    kind: 'young-adults',
    title: 'Samen koken met LevelUp!',
    words: 'Voor jongeren die thuis voor iemand zorgen. Wij koken en eten samen. Dit is een voorbeeld.',
    place: 'Voorbeeldkeuken',
    neighbourhoodCode: 'BU03270101',
    forWhom: 'young-adults',
    seats: 12,
    weekday: 'friday',
    everyWeeks: 2,
    time: '18:00',
    minutes: 150,
    people: [5, 12],
  },
  {
    organisation: 'rossenberg',
    kind: 'coffee',
    title: 'Koffie in Rossenberg',
    words: 'De koffie staat klaar. Loop gerust binnen. Dit is een voorbeeld.',
    place: 'Voorbeeldzaal 2',
    neighbourhoodCode: 'BU03270107',
    forWhom: 'everybody',
    seats: null,
    weekday: 'thursday',
    everyWeeks: 1,
    time: '10:00',
    minutes: 90,
    people: [7, 19],
  },
  {
    organisation: 'zet',
    kind: 'walk',
    title: 'Rondje door Leusden-Zuid',
    words: 'Een rustig rondje van een half uur. Daarna thee. Dit is een voorbeeld.',
    place: 'Voorbeeldplein',
    neighbourhoodCode: 'BU03270200',
    forWhom: 'everybody',
    seats: null,
    weekday: 'monday',
    everyWeeks: 1,
    time: '13:30',
    minutes: 60,
    people: [4, 14],
  },
];

/** A date that was, and what was told of it then. */
export interface LivedGathering {
  readonly at: number;
  readonly type: 'gathering.over';
  readonly payload: DomainEvents['gathering.over'];
}

/**
 * Writes gatherings, with dates from some time back until a quarter ahead.
 * @param backMs how long there were gatherings already; what was is noted, and the numbers are made up by this seed
 * @returns what the figures are counted from
 */
export async function seedGatherings(
  tx: Transaction,
  organisationIds: OrganisationIds,
  backMs: number,
  seed: number,
): Promise<LivedGathering[]> {
  const { municipalityId: municipality_id } = tx.tenancy;
  const random = new SeededRandom(seed + 21);
  const lived: LivedGathering[] = [];
  for (const one of gatherings) {
    const gatheringId = newId();
    const association_id = organisationIds.get(one.organisation) ?? '';
    const { rule, starts } = momentsOf(one, tx.now, backMs);
    await insertRows(tx, 'gathering', [
      {
        municipality_id,
        id: gatheringId,
        association_id,
        kind: one.kind,
        title: one.title,
        words: one.words,
        place: one.place,
        neighbourhood_code: one.neighbourhoodCode,
        for_whom: one.forWhom,
        seats: one.seats,
        rule,
        announced_at: new Date(Math.min(...starts, tx.now) - 14 * dayMs),
        ended_at: null,
      },
    ]);
    const dates = starts.map((startsAt) => dateOf(one, startsAt, tx.now, random));
    await insertRows(
      tx,
      'gathering_date',
      dates.map(({ row }) => ({ municipality_id, gathering_id: gatheringId, association_id, ...row })),
    );
    for (const { row, told } of dates)
      if (told)
        lived.push({
          at: row.ends_at.getTime() + dayMs / 24,
          type: 'gathering.over',
          payload: { gatheringId, gatheringDateId: row.id, day: row.day, kind: one.kind, ...told },
        });
  }
  return lived;
}

function momentsOf(
  { weekday, everyWeeks, time }: SeededGathering,
  now: number,
  backMs: number,
): { readonly rule: string; readonly starts: readonly number[] } {
  const [startDay, untilDay] = [localMoment(now - backMs + dayMs).day, localMoment(now + aheadMs).day];
  const found = repeated({ days: [weekday], everyWeeks, time, startDay, untilDay });
  if (!found) throw new Error('A quarter has every weekday');
  return found;
}

function dateOf(
  { minutes, people: [fewest, most] }: SeededGathering,
  startsAt: number,
  now: number,
  random: SeededRandom,
) {
  const endsAt = startsAt + minutes * minuteMs;
  const isOver = endsAt < now;
  const told = isOver ? outcomeOf(random, fewest, most) : null;
  const row = {
    id: newId(),
    day: localMoment(startsAt).day,
    starts_at: new Date(startsAt),
    ends_at: new Date(endsAt),
    status: told?.outcome === 'cancelled' ? 'cancelled' : 'planned',
    expected: told ? Math.floor(told.came / 2) : null,
    outcome: told && told.outcome !== 'cancelled' ? told.outcome : null,
    came: told?.outcome === 'held' ? told.came : null,
    over_told_at: isOver ? new Date(endsAt) : null,
  };
  return { row, told };
}

function outcomeOf(
  random: SeededRandom,
  fewest: number,
  most: number,
): { readonly outcome: 'held' | 'not-held' | 'cancelled'; readonly came: number } {
  if (random.chance(cancelledShare)) return { outcome: 'cancelled', came: 0 };
  if (random.chance(notHeldShare)) return { outcome: 'not-held', came: 0 };
  return { outcome: 'held', came: random.between(fewest, most) };
}
