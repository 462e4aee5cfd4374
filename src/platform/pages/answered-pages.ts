import { html } from './html.js';
import {
  buttonLink,
  factList,
  heading,
  oneColumn,
  ownerCard,
  stateCard,
  statusPanel,
  textLink,
  type PageOwner,
} from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';

/** What somebody who said yes sees. The address is not here: it stands with the agreement, behind signing in. */
export interface AnsweredYesData {
  /** `matched`: the asker still says whether it is all right. */
  readonly status: 'matched' | 'confirmed';
  readonly askerGivenName: string;
  readonly helpTitle: string;
  readonly whenText: string;
  readonly agreementPath: string;
  readonly owner: PageOwner;
}

export function answeredYesPage(frame: PageFrame, data: AnsweredYesData): string {
  const asker = data.askerGivenName || 'Uw buur';
  const confirmed = data.status === 'confirmed';
  const title = confirmed ? `U helpt ${data.askerGivenName || 'uw buur'}. Dank u wel!` : 'U zei ja. Dank u wel!';
  const body = oneColumn(
    heading(title),
    confirmed
      ? statusPanel('ok', 'Het is goed, u kunt komen', 'Het adres staat bij uw afspraak.')
      : statusPanel(
          'wait',
          `${asker} ziet uw voornaam en zegt of het goed is`,
          'U krijgt bericht. Daarna ziet u het adres.',
        ),
    factList([
      { icon: 'heartHandshake', name: 'Wat', value: data.helpTitle },
      { icon: 'clock', name: 'Wanneer', value: data.whenText },
    ]),
    html`<div class="zb-flow zb-flow--s">
      <p>${buttonLink(data.agreementPath, 'Bekijk de afspraak', confirmed ? 'primary-action' : 'secondary-action')}</p>
      <p class="zb-soft">
        U logt in met een code per e-mail. Zo blijft het adres van uw buur veilig. Kunt u toch niet? Dat zegt u daar
        ook.
      </p>
    </div>`,
    ownerCard(`Vragen? ${data.owner.givenName} helpt u`, data.owner),
  );
  return renderPage({ ...frame, title, body });
}

/** The seats were taken; this neighbour comes in when somebody cannot. */
export function waitlistedPage(frame: PageFrame, { agreementPath }: { readonly agreementPath: string }): string {
  const title = 'U bent reserve. Dank u wel!';
  const act = html`<p>${textLink(agreementPath, 'Bekijk de vraag')}</p>`;
  const text = 'Er is al een buur. Wij laten het weten als u nodig bent. U hoeft nu niets te doen.';
  return renderPage({ ...frame, title, body: stateCard('heartHandshake', title, text, act) });
}

export function answeredNoPage(frame: PageFrame, { pausePath }: { readonly pausePath: string | null }): string {
  const title = 'Dank u, wij vragen een andere buur';
  const act = html`
    <p>${buttonLink('/bereid', 'Ik wil andere vragen', 'secondary-action')}</p>
    ${pausePath !== null && html`<p>${textLink(pausePath, 'Ik wil even geen vragen (pauze)')}</p>`}
  `;
  return renderPage({ ...frame, title, body: stateCard('circleCheck', title, 'U hoeft verder niets te doen.', act) });
}

/** Somebody else was earlier: thanks, and the waiting list. */
export function alreadyTakenPage(frame: PageFrame): string {
  const title = 'Er is al een buur gevonden';
  const text = 'Fijn dat u wilde helpen. Wilt u inspringen als het toch niet lukt?';
  const act = html`<form method="post">
    <button class="utrecht-button utrecht-button--secondary-action" type="submit" name="antwoord" value="reserve">
      Ja, zet mij als reserve
    </button>
  </form>`;
  return renderPage({ ...frame, title, body: stateCard('heartHandshake', title, text, act) });
}
