import type { Translation } from '../translation.js';

export const pages: Translation['pages'] = {
  phone: {
    title: 'Help by phone',
    lead: 'You do not have to use a computer. Call, and a person writes down your request.',
    deskHeading: 'For everyone',
    associationsHeading: 'In your neighbourhood',
    after: 'Then we look for a neighbour. You always get an answer, also when it does not work out.',
    none: 'There is no phone number in the list yet.',
  },
  notFound: {
    title: 'This page does not exist',
    text: 'Maybe the address was not copied well. Or the request is already over. Your own request or appointment is not gone.',
  },
  broken: {
    title: 'Something went wrong',
    text: 'It is not your fault. Load the page again. Does it not work? Then call us.',
    reload: 'Load the page again',
  },
};
