import type { Urgency } from '@app/contracts/http/vocabulary.js';

/** How one request stands at the end of the day. */
export interface EndOfRequest {
  readonly name: string;
  readonly urgency: Urgency;
  readonly helpersNeeded: number;
  readonly status: string;
  /** Minutes to each yes. */
  readonly yesAfter: readonly number[];
  readonly helped: boolean | undefined;
  /** Who sees to it, with telephone number. */
  readonly owner: string;
}

/** The closing account of the day, line by line. */
export function summaryOf(requests: readonly EndOfRequest[]): string[] {
  const yeses = requests.flatMap(({ yesAfter }) => yesAfter);
  const open = requests.filter(({ status }) => status === 'open');
  const filled = requests.filter(({ yesAfter, helpersNeeded }) => yesAfter.length >= helpersNeeded);
  const expired = requests.filter(({ status }) => status === 'expired').length;
  const done = requests.filter(({ helped }) => helped === true).length;
  const firsts = (urgency: Urgency): number[] =>
    requests.filter((one) => one.urgency === urgency).flatMap(({ yesAfter }) => yesAfter.slice(0, 1));
  return [
    `${requests.length} hulpvragen, ${yeses.length} keer ja, ${filled.length} vragen met genoeg buren`,
    `${done} keer gelukt; de andere afspraken zijn later, of niemand zei nog hoe het ging`,
    `${expired} keer kwam er geen buur en belde een mens over andere hulp`,
    ...medianLine('Met spoed', firsts('acute')),
    ...medianLine('Gepland', firsts('planned')),
    open.length === 0 ? 'Er staat niets meer open' : `Nog open: ${open.length}. Elke vraag heeft een eigenaar:`,
    ...open.map(({ name, urgency, owner }) => `  ${name}${urgency === 'acute' ? ' (spoed)' : ''}: ${owner}`),
  ];
}

/** The middle one; of an even number the mean of the two in the middle. Undefined without numbers. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function medianLine(what: string, minutes: readonly number[]): string[] {
  const middle = median(minutes);
  return middle === undefined ? [] : [`${what}: de helft had een eerste ja binnen ${Math.round(middle)} minuten`];
}
