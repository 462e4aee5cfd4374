import type { OwnerCard } from './data/frame.js';

/** One part of a letter. A letter is a list of these, so that its forms cannot say different things. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What somebody wrote, in that person's own words; at most a number of characters. */
  | { readonly kind: 'quote'; readonly by: string; readonly text: string; readonly most?: number }
  /** The one thing to do. */
  | { readonly kind: 'button'; readonly text: string; readonly url: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** To be copied by hand. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'person'; readonly lead: string; readonly owner: OwnerCard };

/** A letter before it has a form. */
export interface LetterDraft {
  readonly subject: string;
  /** Shown in a list of mails and in the inbox: one or two sentences. */
  readonly preview: string;
  /** The heading above the letter. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Under the line: why the reader gets this. */
  readonly because: string;
  /** Where one tap leads from a telephone. */
  readonly smsUrl: string | null;
  /** Spoken after the preview: whom to call. */
  readonly call: OwnerCard | null;
  /** Where an answer by mail goes, if somebody reads it. */
  readonly replyTo?: string | null;
  /** Where a mail program stops letters of this kind with one press, signing nobody in (RFC 8058). */
  readonly stopUrl?: string;
}

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const button = (words: string, url: string): Block => ({ kind: 'button', text: words, url });
export const link = (words: string, url: string): Block => ({ kind: 'link', text: words, url });
export const person = (lead: string, owner: OwnerCard): Block => ({ kind: 'person', lead, owner });
