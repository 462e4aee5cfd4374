import { Injectable } from '@nestjs/common';
import { layOutHexagons, type Hexagon } from '@app/domain/places/index.js';
import type { Area, AreaMap } from './area-map.js';

interface Kept {
  readonly from: string;
  readonly tiles: ReadonlyMap<string, Hexagon>;
}

/** Where each neighbourhood stands on the tile map: as it was placed by hand, or laid out from where it lies. */
@Injectable()
export class TilePlaces {
  /** By municipality. Laying out takes a large city a second, and its neighbourhoods change once a year. */
  private readonly kept = new Map<string, Kept>();

  of(municipalityId: string, { areas }: AreaMap): ReadonlyMap<string, Hexagon> {
    const all = [...areas.values()];
    const placed = all.flatMap(({ code, tileQ, tileR }) =>
      tileQ === null || tileR === null ? [] : [[code, { q: tileQ, r: tileR }] as const],
    );
    // One without a place by hand could only be put beside the map.
    if (placed.length === all.length) return new Map(placed);
    return this.laidOut(municipalityId, all);
  }

  private laidOut(municipalityId: string, areas: readonly Area[]): ReadonlyMap<string, Hexagon> {
    const places = areas.map(({ code, longitude, latitude }) => ({ code, lon: longitude, lat: latitude }));
    const from = JSON.stringify(places);
    const before = this.kept.get(municipalityId);
    if (before?.from === from) return before.tiles;
    const tiles = layOutHexagons(places);
    this.kept.set(municipalityId, { from, tiles });
    return tiles;
  }
}
