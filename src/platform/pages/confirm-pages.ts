import { html, type Html } from './html.js';
import { icon } from './icons.js';
import {
  buttonLink,
  choiceButton,
  factList,
  faultAlert,
  heading,
  namesInARow,
  oneColumn,
  ownerCard,
  statusPanel,
  type PageOwner,
} from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';

/** A request of the asker's, without the address that may be known already. */
interface OwnRequest {
  readonly helpTitle: string;
  readonly whenText: string;
  readonly requestPath: string;
  readonly owner: PageOwner;
}

/** What was wrong with the form. */
export interface ConfirmFault {
  readonly text: string;
  /** True when it is about the address. */
  readonly ofAddress: boolean;
  /** What was typed, so that it is not lost. */
  readonly address: string;
}

export interface ConfirmHelpersData extends OwnRequest {
  /** First names of those who said yes and wait for a word. */
  readonly helperNames: readonly string[];
  /** True when the address has to be told now. */
  readonly asksAddress: boolean;
  /** Comes back with the form, so that a yes never goes to somebody who is not on the page. */
  readonly seenKey: string;
  readonly fault?: ConfirmFault | undefined;
}

/** One tap of the asker: the neighbour who said yes is welcome. */
export function confirmHelpersPage(frame: PageFrame, data: ConfirmHelpersData): string {
  const names = nameOf(data.helperNames);
  const plural = data.helperNames.length > 1;
  const title = `${names} ${plural ? 'willen' : 'wil'} u helpen`;
  const body = oneColumn(
    data.fault && (data.fault.ofAddress ? errorSummary(data.fault.text) : faultAlert(data.fault.text)),
    heading(title, 'Vindt u dat goed? Dan is de afspraak rond.'),
    factList(factsOf(data)),
    html`<form class="zb-flow zb-flow--s" method="post" novalidate>
      <input type="hidden" name="gezien" value="${data.seenKey}" />
      ${data.asksAddress && addressField(names, data.fault)}
      ${choiceButton({ name: 'bevestig', value: 'ja', text: `Ja, ${names} ${plural ? 'mogen' : 'mag'} komen`, isMain: true })}
      <p class="zb-soft">
        Na uw ja ${plural ? 'zien' : 'ziet'} alleen ${names} uw adres en telefoonnummer. Ze verdwijnen 24 uur na de
        hulp.
      </p>
    </form>`,
    ownerCard(`Twijfelt u? Bel ${data.owner.givenName}`, data.owner),
  );
  return renderPage({ ...frame, title: `${data.fault ? 'Fout: ' : ''}${title}`, body });
}

/** The agreement stands. */
export function confirmedPage(
  frame: PageFrame,
  data: OwnRequest & { readonly helperNames: readonly string[] },
): string {
  const names = nameOf(data.helperNames);
  const plural = data.helperNames.length > 1;
  const title = `${names} ${plural ? 'komen' : 'komt'} u helpen`;
  const body = oneColumn(
    heading(title),
    statusPanel(
      'ok',
      'De afspraak is rond',
      `${names} ${plural ? 'krijgen' : 'krijgt'} uw adres. U hoeft niets meer te doen.`,
    ),
    factList(factsOf(data)),
    html`<p>${buttonLink(data.requestPath, 'Bekijk mijn vraag', 'secondary-action')}</p>`,
    ownerCard(`Vragen? ${data.owner.givenName} helpt u`, data.owner),
  );
  return renderPage({ ...frame, title, body });
}

/** Whoever said yes cannot come after all, and nobody else has said yes yet. */
export function nothingToConfirmPage(frame: PageFrame, data: OwnRequest): string {
  const title = 'Er wacht nu geen buur op uw antwoord';
  const body = oneColumn(
    heading(title),
    statusPanel('wait', 'Wij vragen nu buren', 'Zegt iemand ja? Dan krijgt u meteen bericht.'),
    factList(factsOf(data)),
    html`<p>${buttonLink(data.requestPath, 'Bekijk mijn vraag', 'secondary-action')}</p>`,
    ownerCard(`Vragen? ${data.owner.givenName} helpt u`, data.owner),
  );
  return renderPage({ ...frame, title, body });
}

function nameOf(helperNames: readonly string[]): string {
  return namesInARow(helperNames.map((name) => name || 'uw buur')) || 'Uw buur';
}

function factsOf({ helpTitle, whenText }: OwnRequest) {
  return [
    { icon: 'heartHandshake', name: 'Wat', value: helpTitle },
    { icon: 'clock', name: 'Wanneer', value: whenText },
  ] as const;
}

function errorSummary(text: string): Html {
  return html`<div class="zb-errors" role="alert">
    <h2 class="utrecht-heading-3">Er mist nog iets</h2>
    <ul>
      <li><a href="#adres">${text}</a></li>
    </ul>
  </div>`;
}

function addressField(names: string, fault: ConfirmFault | undefined): Html {
  const error = fault?.ofAddress === true && fault.text;
  return html`<div class="zb-field ${error && 'zb-field--error'}">
    <label class="utrecht-form-label" for="adres">Waar kan ${names} komen?</label>
    <p class="zb-soft zb-small" id="adres-uitleg">Straat, huisnummer en plaats.</p>
    ${error && html`<p class="utrecht-form-field-error-message" id="adres-fout">${icon('alertCircle')}${error}</p>`}
    <input
      class="utrecht-textbox utrecht-textbox--html-input"
      id="adres"
      name="adres"
      type="text"
      maxlength="200"
      autocomplete="street-address"
      value="${fault?.address}"
      aria-describedby="adres-uitleg${error && ' adres-fout'}"
      ${error && html`aria-invalid="true"`}
    />
  </div>`;
}
