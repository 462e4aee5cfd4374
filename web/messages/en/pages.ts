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
  privacy: {
    title: 'Privacy',
    sections: [
      {
        heading: 'What do we ask?',
        text: 'Your first name, your email address, your neighbourhood and what you want help with. No more is needed. Tell us nothing about illness.',
      },
      {
        heading: 'Who sees what?',
        text: 'The list of requests shows no name and no address. A neighbour we ask sees your first name and your request. Only the neighbour you have an appointment with sees your address and phone number.',
      },
      {
        heading: 'The coordinator',
        text: 'Your coordinator sees your request and can call you. So no request is forgotten.',
      },
      {
        heading: 'How long?',
        text: 'For the neighbour, address and phone number disappear 24 hours after the help. We erase the text of your request after 30 days.',
      },
      {
        heading: 'On this device',
        text: 'We keep a half-finished request on your device. After sending or signing out it is gone. We do not follow you and show no advertisements.',
      },
    ],
    question: 'Questions about your details? Call us. A person explains it.',
  },
  accessibility: {
    title: 'Accessibility',
    sections: [
      {
        heading: 'For everyone',
        text: 'This site must work for everyone. Also with only a keyboard, with large letters and with a screen reader.',
      },
      {
        heading: 'What we checked',
        text: 'A program checked every page. It uses the rules of WCAG 2.2, levels A and AA. Also on a narrow screen and in dark colours.',
      },
      {
        heading: 'What we did not check yet',
        text: 'People with a screen reader have not read the site for us yet. There is no independent review yet either.',
      },
    ],
    question: 'Does something not work for you? Call us. We help you at once and repair it afterwards.',
  },
  notFound: {
    title: 'This page does not exist',
    text: 'Maybe the address was not copied well. Your request or appointment is not gone.',
  },
  broken: {
    title: 'Something went wrong',
    text: 'It is not your fault. Load the page again. Does it not work? Then call us.',
    reload: 'Load the page again',
  },
};
