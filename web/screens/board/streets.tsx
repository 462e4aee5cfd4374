import { useEffect } from 'preact/hooks';
import { signal } from '@preact/signals';
import { t } from '../../messages/texts.js';
import { places } from '../../places/places.js';
import type { StreetMap, StreetsProps } from './street-map.js';

/** The map with streets, when it was fetched; most deployments never need it. */
const fetched = signal<typeof StreetMap | undefined>(undefined);

async function fetchMap(): Promise<void> {
  try {
    fetched.value = (await import('./street-map.js')).StreetMap;
  } catch {
    // Without internet there are no streets either: the areas are drawn all the same.
  }
}

/** The areas, over streets where the deployment has pictures of those. */
export function Streets(props: StreetsProps) {
  const tiles = places.value?.mapTiles ?? null;
  const WithStreets = fetched.value;
  useEffect(() => {
    if (tiles !== null && WithStreets === undefined) void fetchMap();
  }, [tiles]);
  if (tiles !== null && WithStreets !== undefined) return <WithStreets {...props} tiles={tiles} />;
  return (
    <svg class="zb-map" viewBox={props.viewBox} role="group" aria-label={t.board.mapLabel}>
      {props.children}
    </svg>
  );
}
