import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';

export interface AgreementTexts {
  readonly title: string;
  readonly mood: 'wait' | 'ok' | 'quiet';
  readonly head: string;
  readonly text: string;
}

/** How an agreement stands, in the words of the neighbour who said yes. */
export function agreementTexts(request: HelpRequestView): AgreementTexts {
  const a = t.agreements;
  const name = request.contact?.givenName;
  const known = name === undefined ? a.yesTitle : a.helpingTitle(name);
  const over = { mood: 'quiet', text: '' } as const;
  if (request.status === 'completed') {
    return { ...over, title: name === undefined ? a.details : a.helpedTitle(name), mood: 'ok', head: a.completed };
  }
  if (request.status === 'cancelled') return { ...over, title: a.title, head: a.cancelled, text: a.cancelledText };
  if (request.status === 'not-helped') return { ...over, title: a.details, head: a.notHelped };
  if (request.status === 'expired') return { ...over, title: a.details, head: a.ended };
  switch (request.participation?.status) {
    case 'confirmed':
      return { title: known, mood: 'ok', head: a.confirmed(name ?? ''), text: '' };
    case 'waitlisted':
      return { title: a.reserveTitle, mood: 'wait', head: a.reserveTitle, text: a.reserve };
    case 'withdrawn':
      return { title: a.title, mood: 'quiet', head: a.withdrawn, text: '' };
    case 'accepted':
    case undefined:
      return { title: a.yesTitle, mood: 'wait', head: a.waiting, text: a.waitingText };
  }
}
