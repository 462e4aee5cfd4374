import { html } from './html.js';
import {
  buttonLink,
  choiceButton,
  factList,
  faultAlert,
  heading,
  oneColumn,
  ownerCard,
  type PageOwner,
} from './page-parts.js';
import { thankForm, type ThankFormData } from './thank-form.js';
import { renderPage, type PageFrame } from './render-page.js';

/** In which part somebody looks back. */
export type OutcomeReader = 'asker' | 'helper';

export interface OutcomePageData {
  readonly reader: OutcomeReader;
  /** First names of the other side. */
  readonly others: string;
  readonly helpTitle: string;
  readonly whenText: string;
  readonly owner: PageOwner;
  readonly fault?: string | undefined;
}

/** One question to either side, afterwards. */
export function outcomePage(frame: PageFrame, data: OutcomePageData): string {
  const others = data.others || 'uw buur';
  const lead = data.reader === 'asker' ? `${capital(others)} zou u helpen.` : `U zou ${others} helpen.`;
  const body = oneColumn(
    data.fault !== undefined && faultAlert(data.fault),
    heading('Is het gelukt?', lead),
    factList([
      { icon: 'heartHandshake', name: 'Wat', value: data.helpTitle },
      { icon: 'clock', name: 'Wanneer', value: data.whenText },
    ]),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${choiceButton({ name: 'gelukt', value: 'ja', text: 'Ja, het is gelukt', isMain: true })}
      ${choiceButton({ name: 'gelukt', value: 'nee', text: 'Nee, het ging niet door' })}
      <p class="zb-soft">Nee is ook een goed antwoord.</p>
    </form>`,
    ownerCard(`Iets niet goed gegaan? Bel ${data.owner.givenName}`, data.owner),
  );
  return renderPage({ ...frame, title: `${data.fault === undefined ? '' : 'Fout: '}Is het gelukt?`, body });
}

export interface OutcomeThanksData {
  readonly thank: ThankFormData;
  readonly reader: OutcomeReader;
  readonly helped: boolean;
  readonly others: string;
  readonly owner: PageOwner;
}

export function outcomeThanksPage(
  frame: PageFrame,
  { reader, helped, others, owner, thank }: OutcomeThanksData,
): string {
  const title = helped ? 'Fijn dat het gelukt is. Dank u wel!' : 'Dank u voor uw antwoord';
  const body = oneColumn(
    heading(title, ...thanks(reader, helped, others || 'uw buur')),
    thankForm(thank, others || 'uw buur'),
    html`<p>
      ${
        reader === 'asker'
          ? buttonLink('/vraag', helped ? 'Vraag later weer hulp' : 'Vraag opnieuw hulp', 'secondary-action')
          : buttonLink('/hulpvragen', 'Bekijk andere vragen', 'secondary-action')
      }
    </p>`,
    ownerCard(`Wilt u iets kwijt? Bel ${owner.givenName}`, owner),
  );
  return renderPage({ ...frame, title: `${thank.fault === undefined ? '' : 'Fout: '}${title}`, body });
}

function thanks(reader: OutcomeReader, helped: boolean, others: string): string[] {
  if (reader === 'helper')
    return helped ? [`Dat u er was, helpt ${others} echt.`] : ['Het hoeft niet altijd te lukken.'];
  return helped ? ['U hoeft niets meer te doen.'] : [`Jammer dat het met ${others} niet lukte.`];
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('nl') + text.slice(1);
}
