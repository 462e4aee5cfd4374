import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { AskView } from '@app/contracts/http/asks.js';
import type { Instant } from '@app/domain/kernel/time.js';
import { AfterNoEffects, AnswerAsk } from '@app/features/matching/index.js';
import type { WhyNotData } from '@app/platform/pages/why-not-form.js';
import { pageWords } from '@app/platform/pages/words/page-words.js';
import { timeZone } from '@app/platform/time/local-clock.js';
import { timeTextIn } from '../templates/time-text.js';
import { wordsIn } from '../templates/words/letter-words.js';
import { oneOf, textOf } from './form-fields.js';
import type { LiveLink, PageVisit } from './one-tap-links.js';

/** What the form under a no says; undefined when it says nothing. */
export type WhyNotForm =
  | { readonly reason: 'not-now' }
  | { readonly reason: 'not-my-thing'; readonly stopCategory?: boolean }
  | { readonly reason: 'later'; readonly day: string | null };

/** Reads the form: one button of it was pressed. */
export function whyNotOf(body: unknown): WhyNotForm | undefined {
  const kind = oneOf(['uit', 'aan'], body, 'soort');
  if (kind) return { reason: 'not-my-thing', stopCategory: kind === 'uit' };
  if (oneOf(['uit'], body, 'rust')) return { reason: 'later', day: null };
  switch (oneOf(['nu-niet', 'niet-mijn-ding', 'later'], body, 'reden')) {
    case 'nu-niet':
      return { reason: 'not-now' };
    case 'niet-mijn-ding':
      return { reason: 'not-my-thing' };
    case 'later':
      return { reason: 'later', day: textOf(body, 'dag') };
    case undefined:
      return undefined;
  }
}

/** Why not, told by the link of the ask. */
@Injectable()
export class WhyNotAnswers {
  constructor(
    @Inject(AnswerAsk) private readonly answerAsk: AnswerAsk,
    @Inject(AfterNoEffects) private readonly after: AfterNoEffects,
  ) {}

  /** @returns what is wrong with the form, if anything */
  async tell(
    { frame }: PageVisit,
    { actor, now }: LiveLink,
    askId: string,
    form: WhyNotForm,
  ): Promise<string | undefined> {
    const from = form.reason === 'later' && form.day !== null ? startOf(form.day, now) : null;
    if (form.reason === 'later' && form.day !== null && from === null) return pageWords(frame).whyNot.wrongDay;
    await this.answerAsk.run(actor.municipalityId, actor.personId, askId, {
      answer: 'no',
      ...form,
      ...(form.reason === 'later' && { askAgainFrom: from }),
    });
    return undefined;
  }

  async data({ frame }: PageVisit, { actor, now }: LiveLink, ask: AskView): Promise<WhyNotData> {
    const { pausedUntil, ...after } = await this.after.of(actor.municipalityId, actor.personId, ask.id);
    const [first, last] = daysFrom(now);
    return {
      ...after,
      helpText: wordsIn(frame.language).categories[ask.request.category].question,
      pausedUntilText: pausedUntil === null ? null : timeTextIn(frame.language).dayText(pausedUntil, now),
      days: { first: first.toString(), last: last.toString() },
    };
  }
}

/** Tomorrow, and the last day that may be chosen. */
function daysFrom(now: Instant): readonly [Temporal.PlainDate, Temporal.PlainDate] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  return [today.add({ days: 1 }), today.add({ days: 364 })];
}

/** The beginning of a day in the time that people live by; null for a day that cannot be chosen. */
function startOf(day: string, now: Instant): Instant | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const [first, last] = daysFrom(now);
  try {
    const date = Temporal.PlainDate.from(day);
    const outside = Temporal.PlainDate.compare(date, first) < 0 || Temporal.PlainDate.compare(date, last) > 0;
    return outside ? null : date.toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return null;
  }
}
