import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { insertRows } from './insert-rows.js';
import type { GeneratedProfile } from './people/generate-people.js';

const dayMs = 24 * 3_600_000;

/** Somebody willing, at home in a buurt. */
export interface Neighbour {
  readonly personId: string;
  readonly neighbourhoodCode: string;
  readonly profile: GeneratedProfile;
}

/** What the neighbours are willing to do, when, and what they did before. */
export async function seedProfiles(tx: Transaction, neighbours: readonly Neighbour[]): Promise<void> {
  const municipality = { municipality_id: tx.tenancy.municipalityId };
  await insertRows(
    tx,
    'helper_profile',
    neighbours.map(({ personId, neighbourhoodCode, profile }) => ({
      ...municipality,
      person_id: personId,
      neighbourhood_code: neighbourhoodCode,
      max_distance: profile.maxDistance,
      weekly_ask_budget: profile.weeklyAskBudget,
      quiet_from_minute: profile.quietFromMinute,
      quiet_until_minute: profile.quietUntilMinute,
      accepts_acute: profile.acceptsAcute,
      paused_until: profile.pausedForDays > 0 ? new Date(tx.now + profile.pausedForDays * dayMs) : null,
      trust: profile.trust,
      already_helping: profile.alreadyHelping,
      helps_while_asking: false,
      channels: ['email'],
      home_changes: [],
      willing_since: new Date(tx.now - profile.willingForDays * dayMs),
    })),
  );
  await seedWhatAndWhen(tx, neighbours);
  await insertRows(
    tx,
    'helper_load',
    neighbours.map(({ personId, profile }) => ({
      ...municipality,
      person_id: personId,
      recent_ask_times: [],
      asks_total: profile.helpsCompleted * 2,
      fatigue: 0,
      helps_completed: profile.helpsCompleted,
      first_help_at: profile.helpsCompleted > 0 ? new Date(tx.now - (profile.willingForDays - 7) * dayMs) : null,
    })),
  );
}

async function seedWhatAndWhen(tx: Transaction, neighbours: readonly Neighbour[]): Promise<void> {
  const municipality = { municipality_id: tx.tenancy.municipalityId };
  await insertRows(
    tx,
    'helper_category',
    neighbours.flatMap(({ personId, profile }) =>
      profile.categories.map((category) => ({ ...municipality, person_id: personId, category })),
    ),
  );
  await insertRows(
    tx,
    'helper_availability',
    neighbours.flatMap(({ personId, profile }) =>
      profile.availability.map(({ day, fromMinute, untilMinute }) => ({
        ...municipality,
        person_id: personId,
        day,
        from_minute: fromMinute,
        until_minute: untilMinute,
      })),
    ),
  );
}
