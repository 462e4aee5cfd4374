import { html } from './html.js';
import {
  buttonLink,
  choiceButton,
  factList,
  faultAlert,
  heading,
  oneColumn,
  ownerCard,
  statusPanel,
  type PageOwner,
} from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';

export interface WithdrawPageData {
  readonly askerGivenName: string;
  readonly helpTitle: string;
  readonly whenText: string;
  readonly agreementPath: string;
  readonly owner: PageOwner;
  readonly fault?: string | undefined;
}

/** Asks once before the agreement is given up. */
export function withdrawPage(frame: PageFrame, data: WithdrawPageData): string {
  const asker = data.askerGivenName || 'uw buur';
  const body = oneColumn(
    data.fault !== undefined && faultAlert(data.fault),
    heading('Kunt u toch niet?', `U zou ${asker} helpen. Afzeggen mag, zonder reden.`),
    factList([
      { icon: 'heartHandshake', name: 'Wat', value: data.helpTitle },
      { icon: 'clock', name: 'Wanneer', value: data.whenText },
    ]),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${choiceButton({ name: 'afzeggen', value: 'ja', text: 'Ja, ik kan toch niet' })}
      <p class="zb-soft">Wij zeggen het tegen ${asker} en vragen meteen een andere buur.</p>
    </form>`,
    html`<p>${buttonLink(data.agreementPath, 'Nee, ik kom wel', 'secondary-action')}</p>`,
    ownerCard(`Twijfelt u? Bel ${data.owner.givenName}`, data.owner),
  );
  return renderPage({ ...frame, title: `${data.fault === undefined ? '' : 'Fout: '}Kunt u toch niet?`, body });
}

export interface WithdrawnPageData {
  /** A reserve took the place at once. */
  readonly replaced: boolean;
  readonly owner: PageOwner;
}

export function withdrawnPage(frame: PageFrame, { replaced, owner }: WithdrawnPageData): string {
  const title = 'Goed dat u het zegt';
  const body = oneColumn(
    heading(title),
    replaced
      ? statusPanel('ok', 'Een andere buur springt in', 'U hoeft niets meer te doen.')
      : statusPanel('wait', 'Wij vragen nu een andere buur', 'U hoeft niets meer te doen.'),
    html`<p>${buttonLink('/afspraken', 'Bekijk mijn afspraken', 'secondary-action')}</p>`,
    ownerCard(`Wilt u iets kwijt? Bel ${owner.givenName}`, owner),
  );
  return renderPage({ ...frame, title, body });
}
