import type { FeedbackSubject } from '@app/contracts/http/feedback.js';
import { t } from '../../messages/texts.js';
import type { FormError } from '../../parts/error-summary.js';
import { looksLikeEmail } from '../../session/contact-rules.js';

/** What somebody is writing; kept on the device until it was sent. */
export interface Opinion {
  readonly subject: FeedbackSubject | '';
  readonly text: string;
  readonly email: string;
}

export const noOpinion: Opinion = { subject: '', text: '', email: '' };

const LONGEST = 2_000;

/** The subject that an address or a choice names; nothing for anything else. */
export function subjectOf(name: string | undefined): FeedbackSubject | '' {
  const known = Object.keys(t.openness.feedback.subjects) as FeedbackSubject[];
  return known.find((subject) => subject === name) ?? '';
}

/** What must be corrected before it can be sent. */
export function faultsOf({ subject, text, email }: Opinion): readonly FormError[] {
  const { errors } = t.openness.feedback;
  const words = text.trim();
  return [
    ...(subject === '' ? [{ field: 'subject', message: errors.subject }] : []),
    ...(words === '' ? [{ field: 'text', message: errors.text }] : []),
    ...(words.length > LONGEST ? [{ field: 'text', message: errors.tooLong }] : []),
    ...(email.trim() === '' || looksLikeEmail(email) ? [] : [{ field: 'email', message: errors.email }]),
  ];
}
