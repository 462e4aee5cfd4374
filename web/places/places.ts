import { computed, signal } from '@preact/signals';
import type { AssociationSummary, Neighbourhood } from '@app/contracts/http/places.js';
import { call, type Failure } from '../api/call.js';
import { sorted } from '../parts/sorted.js';

interface Places {
  readonly municipality: string;
  readonly hasOutlines: boolean;
  readonly mapTiles: { readonly url: string; readonly attribution: string } | null;
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly associations: readonly AssociationSummary[];
}

/** The municipality with its buurten and organisations; undefined until loaded. */
export const places = signal<Places | undefined>(undefined);

/** Why there are no buurten to show; undefined when there are, or they are still on their way. */
export const placesFailure = signal<Failure | undefined>(undefined);

/** Why there are no organisations to call. */
export const organisationsFailure = signal<Failure | undefined>(undefined);

let loading: Promise<void> | undefined;

/** Loads the places once; call again to try again after a failure. */
export async function loadPlaces(): Promise<void> {
  if (places.value !== undefined && organisationsFailure.value === undefined) return;
  loading ??= fetchPlaces().finally(() => (loading = undefined));
  return loading;
}

/** Fetches the places again after a change that was made here; what is shown stays meanwhile. */
export async function renewPlaces(): Promise<void> {
  await loading;
  await fetchPlaces();
}

async function fetchPlaces(): Promise<void> {
  const [areas, organisations] = await Promise.all([
    call('listNeighbourhoods', { readOffline: true }),
    call('listAssociations', { readOffline: true }),
  ]);
  const before = places.value;
  placesFailure.value = areas.ok || before !== undefined ? undefined : areas;
  organisationsFailure.value = organisations.ok || (before?.associations ?? []).length > 0 ? undefined : organisations;
  if (!areas.ok) return;
  const byName = new Intl.Collator('nl', { ignorePunctuation: true }).compare;
  places.value = {
    municipality: areas.data.municipality.name,
    hasOutlines: areas.data.municipality.hasOutlines,
    mapTiles: areas.data.municipality.mapTiles,
    neighbourhoods: sorted(areas.data.neighbourhoods, (a, b) => byName(a.name, b.name)),
    associations: organisations.ok ? organisations.data.associations : (before?.associations ?? []),
  };
}

/** The desk that helps everyone, also by telephone. */
export const desk = computed(() => places.value?.associations.find(({ kind }) => kind === 'desk'));
