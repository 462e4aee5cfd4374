import type { GatheringWords } from './word-shapes.js';

/** English, plain and polite. */
export const enGathering: GatheringWords = {
  gathering: {
    because: 'You get this email because you said that you would come.',
    when: 'When',
    where: 'Where',
    questions: (organiser) => `Questions? Call ${organiser}.`,
    cancelled: {
      subject: (title) => `Cancelled: ${title}`,
      line: (when) => `You said that you would come: ${when}. We are sorry, it is cancelled this time.`,
      button: 'See other gatherings',
    },
    changed: {
      subject: (title) => `Changed: ${title}`,
      line: 'The time or the place is different now.',
      cannot: 'You cannot come any more? Tell us on the page.',
      button: 'See the gathering',
    },
    reminder: {
      subject: (title, when) => `${title}: ${when}`,
      line: 'It is good that you are coming.',
      cannot: 'You cannot come after all? Tell us, so that someone else gets your place.',
      button: 'See the gathering',
    },
    file: 'gathering.ics',
  },
};
