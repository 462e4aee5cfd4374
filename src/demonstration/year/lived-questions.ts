import type { DeskTheme } from '@app/contracts/http/desk.js';
import { burdenedUntil } from '@app/domain/matching/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { SeededRandom } from '../people/seeded-random.js';
import type { LivedEvent } from './lived-events.js';
import type { KeptRequest } from './lived-request-rows.js';

const hourMs = 3_600_000;
/** Of who begins to carry much, so many ask where to go with it, and want to be called. Assumed, measured nowhere. */
const signalShare = 0.5;
/** Of the other requests, so many come with a question to the desk. Assumed, measured nowhere. */
const questionShare = 0.1;

/** A question to the desk as it stands now. */
export interface KeptQuestion {
  readonly id: string;
  readonly askerId: string;
  /** Who looks after the neighbourhood of whoever asks. */
  readonly associationId: string;
  readonly hasOrganisation: boolean;
  readonly askedAt: number;
  /** When welfare took it over. */
  readonly movedAt: number | null;
  readonly answeredAt: number | null;
  readonly theme: DeskTheme;
  readonly keepInTouch: boolean;
}

const themes: readonly [DeskTheme, ...DeskTheme[]] = [
  ...(['finding-the-way', 'finding-the-way', 'finding-the-way', 'professional-help', 'professional-help'] as const),
  ...(['neighbours', 'technology', 'how-it-feels', 'other'] as const),
];
const heavyThemes: readonly [DeskTheme, ...DeskTheme[]] = [
  ...(['how-it-feels', 'how-it-feels', 'how-it-feels', 'professional-help', 'professional-help'] as const),
  'finding-the-way',
];

interface Wait {
  /** Hours until welfare takes it over. */
  readonly moved: number | null;
  /** Hours from then, or else from the question, until the answer. */
  readonly answer: number;
}

/** Within the two days that whoever owns a question has. */
const waits: readonly [Wait, ...Wait[]] = [
  { moved: 22, answer: 46 },
  ...[2, 3, 21, 22, 23, 45, 46].map((answer) => ({ moved: null, answer })),
];

/**
 * What those who ask for help ask the desk too. Whoever's own requests make them heavily burdened, by the rule of the
 * product, is the one who may want to be called: nothing else is known of how much somebody carries.
 */
export function questionsOf(requests: readonly KeptRequest[], seed: number, now: number): readonly KeptQuestion[] {
  const random = new SeededRandom(seed + 52);
  const burdens = new Map<string, Burden>();
  return opened(requests).flatMap(({ at, place, urgency }): KeptQuestion[] => {
    const burden = burdens.get(place.askerId) ?? { all: [], acute: [] };
    const carriedMuch = burdenedUntil(burden, at) !== null;
    burden.all.push(at);
    if (urgency === 'acute') burden.acute.push(at);
    burdens.set(place.askerId, burden);
    const keepInTouch = !carriedMuch && burdenedUntil(burden, at) !== null;
    const asks = random.chance(keepInTouch ? signalShare : questionShare);
    const [wait, theme] = [random.pick(waits), random.pick(keepInTouch ? heavyThemes : themes)];
    const askedAt = at + hourMs;
    if (!asks || askedAt > now) return [];
    const past = (moment: number): number | null => (moment > now ? null : moment);
    const movedAt = wait.moved === null ? null : past(askedAt + wait.moved * hourMs);
    const answeredAt = past(askedAt + ((wait.moved ?? 0) + wait.answer) * hourMs);
    const { askerId, associationId, hasOrganisation } = place;
    return [{ id: newId(), askerId, associationId, hasOrganisation, askedAt, movedAt, answeredAt, theme, keepInTouch }];
  });
}

interface Burden {
  readonly all: number[];
  readonly acute: number[];
}

function opened(requests: readonly KeptRequest[]) {
  return requests
    .flatMap(({ place, state: { openedAt: at, urgency } }) => (at === null ? [] : [{ at, place, urgency }]))
    .toSorted((a, b) => a.at - b.at);
}

/** What the figures are counted from, of one question. */
export function eventsOfQuestion(question: KeptQuestion): LivedEvent[] {
  const { id: questionId, askerId, askedAt, movedAt, answeredAt, theme, keepInTouch } = question;
  const asked: LivedEvent = { at: askedAt, type: 'desk-question.asked', payload: { questionId } };
  const events: LivedEvent[] = [asked];
  if (keepInTouch) events.push({ at: askedAt, type: 'strain-signal.given', payload: { questionId } });
  if (movedAt !== null)
    events.push({
      at: movedAt,
      type: 'desk-question.moved',
      payload: { questionId, askerId, to: 'welfare', late: false },
    });
  if (answeredAt !== null)
    events.push({ at: answeredAt, type: 'desk-question.answered', payload: { questionId, askerId, theme } });
  return events;
}
