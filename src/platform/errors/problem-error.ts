import { problemStatus, type Fault, type Problem, type ProblemCode } from '@app/contracts/errors/problem.js';
import { problemTexts } from './problem-texts.js';

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  readonly retryAfterSeconds?: number;
  readonly waitlist?: boolean;
}

/** A refusal that the caller is told about; becomes application/problem+json. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
  }

  get status(): number {
    return problemStatus[this.code];
  }

  /** The body to send; `instance` lets a person quote this occurrence. */
  toBody(instance: string): Problem {
    const text = problemTexts[this.code];
    return {
      type: `urn:zorgzame-buurten:problem:${this.code}`,
      status: this.status,
      title: text.title,
      detail: this.details.detail ?? text.detail,
      code: this.code,
      instance,
      ...(this.details.errors ? { errors: [...this.details.errors] } : {}),
      ...(this.details.waitlist === undefined ? {} : { waitlist: this.details.waitlist }),
    };
  }
}
