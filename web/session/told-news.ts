import { signal } from '@preact/signals';

/** What was just done on a page beside the work list, to be said there. */
export const toldNews = signal<string | undefined>(undefined);
