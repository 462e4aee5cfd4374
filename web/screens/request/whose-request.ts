import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';

/** An organiser looks after it for somebody else: what speaks to the asker would be untrue. */
export function isForOrganiser({ viewer, hasAddress }: Pick<HelpRequestView, 'viewer' | 'hasAddress'>): boolean {
  return viewer === 'coordinator' || (viewer === 'asker' && hasAddress !== undefined);
}

/** Who needs the help, as an organiser is told. */
export function askerNameOf({ onBehalfOf, asker }: HelpRequestView): string {
  return onBehalfOf?.givenName ?? asker?.givenName ?? '';
}

interface EditTexts {
  readonly title: string;
  readonly back: string;
  readonly addressHint: string;
  readonly closedText: string;
  readonly staleTitle: string;
  readonly staleText: string;
}

/** What the page to change a request says of it: the asker's own, or that of a person with a name. */
export function editTexts(request: HelpRequestView): EditTexts {
  const { title, back, closedText, staleTitle, staleText, ofOther } = t.request.edit;
  if (!isForOrganiser(request)) {
    return { title, back, addressHint: t.ask.where.addressHint, closedText, staleTitle, staleText };
  }
  const name = askerNameOf(request);
  return {
    ...ofOther,
    title: ofOther.title(name),
    closedText: ofOther.closedText(name),
    staleTitle: ofOther.staleTitle(name),
  };
}
