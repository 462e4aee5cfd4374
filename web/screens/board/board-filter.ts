import type { BoardEntry } from '@app/contracts/http/board.js';
import type { Category } from '@app/contracts/http/vocabulary.js';
import { categoryCodes } from '../../parts/category-codes.js';
import { daysBetween, wallTimeOf } from '../../time/amsterdam.js';

const whens = ['altijd', 'vandaag', 'week'] as const;
export type When = (typeof whens)[number];

/** Which requests a reader wants to see. It stands in the address, so that a link or a bookmark keeps it. */
export interface BoardFilter {
  readonly cell: string;
  readonly category: Category | '';
  readonly when: When;
}

const DAYS_OF_A_WEEK = 7;

/** Reads the filter from the address; what is not understood does not filter. */
export function filterOf(query: Readonly<Record<string, string>>): BoardFilter {
  return {
    cell: query['buurt'] ?? '',
    category: categoryCodes.find((code) => code === query['wat']) ?? '',
    when: whens.find((name) => name === query['wanneer']) ?? 'altijd',
  };
}

/** The address of the board with a filter. */
export function boardPath({ cell, category, when }: BoardFilter): string {
  const query = new URLSearchParams();
  if (cell !== '') query.set('buurt', cell);
  if (category !== '') query.set('wat', category);
  if (when !== 'altijd') query.set('wanneer', when);
  const text = query.toString();
  return text === '' ? '/hulpvragen' : `/hulpvragen?${text}`;
}

/** True when a request is what the reader wants to see. */
export function passes(entry: BoardEntry, filter: BoardFilter, now: number): boolean {
  if (filter.cell !== '' && entry.cell.code !== filter.cell) return false;
  if (filter.category !== '' && entry.category !== filter.category) return false;
  if (filter.when === 'altijd') return true;
  const ahead = daysBetween(wallTimeOf(now).day, entry.day);
  return filter.when === 'vandaag' ? ahead === 0 : ahead >= 0 && ahead < DAYS_OF_A_WEEK;
}
