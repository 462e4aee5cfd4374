import { isMonitor, organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';

/** How somebody may see the figures; `none`: as if they were not there. */
export type FigureView = 'exact' | 'rounded' | 'none';

/** Exact only for an own organisation, whose people are known there anyway; the whole municipality without small numbers. */
export function figureView(actor: PersonActor, associationId: string | undefined): FigureView {
  if (associationId !== undefined && organisationsOf(actor).includes(associationId)) return 'exact';
  return isMonitor(actor) ? 'rounded' : 'none';
}
