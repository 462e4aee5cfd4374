import type { CircleWords } from './word-shapes.js';

/** English, plain and polite. */
export const enCircle: CircleWords = {
  circle: {
    yours: 'your care circle',
    of: (name) => `the care circle of ${name}`,
    because: (circle) => `You get this email because you take part in ${circle}.`,
    joining: {
      subject: (other, circle) => `${other} wants to join ${circle}`,
      asks: (other) => `${other} asks if that is all right.`,
      decide: 'You decide. Until you say yes, this person sees nothing.',
      button: 'See who wants to join',
    },
    joined: {
      subject: (circle) => `You take part in ${circle}`,
      lines: ['It is good that you take part.', 'The calendar shows what is needed. You choose what you do.'],
      button: 'See the calendar',
    },
    swapAsked: {
      subject: (other) => `Would you swap once with ${other}?`,
      cannot: (other, circle) => `${other} cannot come one time in ${circle}.`,
      canYou: 'Can you? Whoever says yes first, comes.',
      button: 'See the question',
    },
    takenOver: {
      subject: (other) => `${other} takes over your turn`,
      line: 'You do not have to come this time.',
      button: 'See the calendar',
    },
    leftOut: {
      subject: (turn) => `Not needed: ${turn}`,
      line: (circle) => `You do not have to come this time for ${circle}.`,
      thanks: 'Thank you for being ready to help.',
      button: 'See your care circles',
    },
    unfilled: {
      subject: (circle) => `Still open in ${circle}`,
      line: 'For these times there is nobody yet:',
      board: 'Does nobody take it? Then we ask a neighbour through the board, in good time.',
      button: 'See the calendar',
    },
    reminder: {
      lines: [
        'You said that you would come.',
        'You cannot after all? Ask someone in the circle, or give your turn back.',
      ],
      button: 'See your turn',
    },
  },
};
