import { useEffect, useMemo } from 'preact/hooks';
import { signal } from '@preact/signals';
import { call } from '../../api/call.js';
import { places } from '../../places/places.js';
import { outlineMapOf, type Outline } from './outline-geometry.js';
import { tileMapOf, type Ground, type TileMapShape } from './tile-geometry.js';

/** Outlines, when they were fetched; an empty list when that failed, so that there is a map all the same. */
const outlines = signal<readonly Outline[] | undefined>(undefined);

async function load(): Promise<void> {
  const answer = await call('listOutlines');
  outlines.value = answer.ok ? answer.data.outlines : [];
}

interface MapShape {
  readonly shape: TileMapShape;
  /** Where on earth it lies; undefined for hexagons, which lie nowhere. */
  readonly ground: Ground | undefined;
}

/** The municipality as it lies, where its outlines are known; else as hexagons. Undefined while nothing can be drawn. */
export function useMapShape(): MapShape | undefined {
  const { neighbourhoods = [], municipality = '', hasOutlines = false } = places.value ?? {};
  const known = outlines.value;
  useEffect(() => {
    if (hasOutlines && known === undefined) void load();
  }, [hasOutlines]);
  return useMemo(() => {
    if (hasOutlines && known === undefined) return undefined;
    const real = hasOutlines ? outlineMapOf(neighbourhoods, known ?? [], municipality) : undefined;
    const shape = real ?? tileMapOf(neighbourhoods, municipality);
    return shape === undefined ? undefined : { shape, ground: real?.ground };
  }, [neighbourhoods, municipality, hasOutlines, known]);
}
