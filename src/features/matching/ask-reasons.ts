import { Injectable } from '@nestjs/common';
import type { Category, Language } from '@app/contracts/http/vocabulary.js';
import { reasonText, type ReasonCode } from '@app/domain/matching/index.js';
import { dayPartOf } from '@app/domain/schedule/index.js';
import { categoryNames } from '@app/features/associations/index.js';
import { reasonWords } from './reason-words.js';
import { localMoment } from '@app/platform/time/local-clock.js';

/** What the sentences of one ask speak of. */
interface ReasonFacts {
  readonly category: Category;
  readonly helpAt: number;
  /** First name of who is helped; empty when it is not told. */
  readonly askerName: string;
}

/** "Why me", in the language of the reader, from the codes stored with the ask. */
@Injectable()
export class AskReasons {
  texts(
    codes: readonly ReasonCode[],
    { category, helpAt, askerName }: ReasonFacts,
    language: Language = 'nl',
  ): string[] {
    if (language !== 'nl') return codes.map((code) => reasonWords[language][code]);
    const { weekday, minuteOfDay } = localMoment(helpAt);
    const context = { askerName, categoryName: categoryNames[category], weekday, dayPart: dayPartOf(minuteOfDay) };
    return codes.map((code) => reasonText(code, context));
  }
}
