import type { Translation } from '../translation.js';

export const calendar: Translation['calendar'] = {
  title: 'Your appointments in your own calendar',
  text: 'Make a link for the calendar on your phone or computer. Your appointments then appear by themselves.',
  secret: 'The link is secret. Whoever has it can see when you help. It holds no names and addresses.',
  make: 'Make a calendar link',
  again: 'Make a new link',
  againText: 'Your old link will stop working.',
  field: 'Your secret link',
  hint: 'Copy this link now. We show it only once.',
  copy: 'Copy the link',
  copied: 'The link has been copied.',
  active: (day) => `You have a calendar link, made on ${day}.`,
  stop: 'Stop the calendar link',
  stopped: 'The link has stopped. Your calendar gets no more appointments.',
};
