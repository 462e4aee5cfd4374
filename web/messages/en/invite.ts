import type { Translation } from '../translation.js';

export const invite: Translation['invite'] = {
  title: 'Invite a neighbour',
  lead: 'Share this link. Or let your neighbour scan the code with a phone.',
  link: 'The link',
  copy: 'Copy the link',
  copied: 'The link has been copied.',
  share: 'Share the link',
  shareText: 'I help a neighbour now and then. Will you join?',
  print: 'Print this sheet',
  printHint: 'Hang it in the hall, or give it to a neighbour.',
  qr: 'Code to scan. It leads to the link below.',
  sheetTitle: 'A helping hand, from a neighbour nearby',
  sheetText: 'Sometimes half an hour. Walking a dog, or a cup of coffee.',
  sheetNo: 'You are not tied to anything. You may always say no.',
  sheetScan: 'Scan the code, or go to:',
  sheetCall: (phone) => `Rather call? ${phone}`,
  about: 'We do not know whom you invite. There is nothing about you in the link.',
};
