import { Injectable } from '@nestjs/common';
import type { Category } from '@app/contracts/http/vocabulary.js';
import { reasonText, type ReasonCode } from '@app/domain/matching/index.js';
import { dayPartOf } from '@app/domain/schedule/index.js';
import { categoryNames } from '@app/features/associations/index.js';
import { localMoment } from '@app/platform/time/local-clock.js';

/** "Why me", in plain Dutch, from the codes stored with the ask. */
@Injectable()
export class AskReasons {
  texts(codes: readonly ReasonCode[], category: Category, helpAt: number): string[] {
    const { weekday, minuteOfDay } = localMoment(helpAt);
    const context = { categoryName: categoryNames[category], weekday, dayPart: dayPartOf(minuteOfDay) };
    return codes.map((code) => reasonText(code, context));
  }
}
