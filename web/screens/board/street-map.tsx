import { Control, DomUtil, Map as LeafletMap, SVGOverlay, TileLayer } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import '../../styles/streets.css';
import { render, type ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../messages/texts.js';
import type { Ground } from './tile-geometry.js';

export interface StreetsProps {
  readonly viewBox: string;
  readonly ground: Ground;
  /** What is drawn over the streets, in the units of the view box. */
  readonly children: ComponentChildren;
}

interface StreetMapProps extends StreetsProps {
  readonly tiles: { readonly url: string; readonly attribution: string };
}

const mostZoomedIn = 17;
/** Pixels that a unit of the drawing takes in numbers at least: with it they are 25 pixels across. */
const leastDrawn = 0.85;
/** Pixels between what has the focus and the edge, for the ring around it. */
const edge = 8;
const svgNames = 'http://www.w3.org/2000/svg';

/** An empty drawing that lies on the map and grows with it. */
function drawing(viewBox: string): SVGElement {
  const svg = document.createElementNS(svgNames, 'svg');
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', 'zb-map zb-map--over');
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', t.board.mapLabel);
  return svg;
}

function open(holder: HTMLElement, svg: SVGElement, { ground, tiles }: StreetMapProps, onTrouble: () => void) {
  const bounds: [[number, number], [number, number]] = [
    [ground.south, ground.west],
    [ground.north, ground.east],
  ];
  const isTouched = matchMedia('(pointer: coarse)').matches;
  const map = new LeafletMap(holder, {
    // Who scrolls the page with a wheel or a finger must not get stuck in the map.
    scrollWheelZoom: false,
    dragging: !isTouched,
    zoomControl: false,
    zoomSnap: 0.25,
    zoomDelta: 1,
    maxZoom: mostZoomedIn,
    attributionControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    inertia: false,
    maxBoundsViscosity: 1,
  });
  new Control.Zoom({ zoomInTitle: t.board.zoomIn, zoomOutTitle: t.board.zoomOut }).addTo(map);
  new Control.Attribution({ prefix: false }).addTo(map);
  // What another site is to be thanked for is text, whatever is in it.
  const attribution = DomUtil.create('span');
  attribution.textContent = tiles.attribution;
  const streets = new TileLayer(tiles.url, { attribution: attribution.innerHTML, maxZoom: mostZoomedIn });
  streets.on('tileerror', onTrouble);
  streets.addTo(map);
  new SVGOverlay(svg, bounds, { interactive: false }).addTo(map);
  map.fitBounds(bounds, { animate: false });
  const whole = map.getZoom();
  map.setMinZoom(whole);
  map.setMaxBounds(map.getBounds());
  const keep = (): void => keepSize(svg);
  map.on('zoomend resize', keep);
  keep();
  holder.addEventListener('focusin', ({ target }) => showWhole(map, holder, target as Element));
  return map;
}

/** Numbers keep their size while the ground grows: large enough for a finger, small enough not to cover each other. */
function keepSize(svg: SVGElement): void {
  const drawn = svg.getBoundingClientRect().width / Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  svg.style.setProperty('--grown', String(drawn / Math.min(1, Math.max(leastDrawn, drawn))));
}

/** What has the focus is never outside the part of the map that is shown. */
function showWhole(map: LeafletMap, holder: HTMLElement, focused: Element): void {
  if (focused === holder) return;
  const [outer, inner] = [holder.getBoundingClientRect(), focused.getBoundingClientRect()];
  const beyond = (low: number, high: number, from: number, until: number): number =>
    low < from + edge ? low - from - edge : high > until - edge ? high - until + edge : 0;
  const across = beyond(inner.left, inner.right, outer.left, outer.right);
  const down = beyond(inner.top, inner.bottom, outer.top, outer.bottom);
  if (across !== 0 || down !== 0) map.panBy([across, down], { animate: false });
}

/** The areas over pictures of the streets, which come from the site that the deployment names. */
export function StreetMap(props: StreetMapProps) {
  const { viewBox, ground, tiles, children } = props;
  const holder = useRef<HTMLDivElement>(null);
  const over = useRef<SVGElement | null>(null);
  const [isTroubled, setTroubled] = useState(false);
  useEffect(() => {
    if (holder.current === null) return;
    const svg = drawing(viewBox);
    over.current = svg;
    const map = open(holder.current, svg, props, () => setTroubled(true));
    return () => {
      render(null, svg);
      map.remove();
    };
  }, [viewBox, tiles.url, ground.west, ground.north]);
  useEffect(() => {
    if (over.current !== null) render(<>{children}</>, over.current);
  });
  return (
    <>
      <div class="zb-streets" ref={holder} role="region" aria-label={t.board.streets} />
      <p class="zb-small" role="status">
        {isTroubled ? t.board.streetsTrouble : ''}
      </p>
    </>
  );
}
