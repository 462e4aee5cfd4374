import { html, type Html } from './html.js';
import { icon } from './icons.js';
import {
  buttonLink,
  choiceButton,
  factList,
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

export interface ConfirmHelpersData extends OwnRequest {
  /** First names of those who said yes and wait for a word. */
  readonly helperNames: readonly string[];
  /** True when the address has to be told now. */
  readonly asksAddress: boolean;
  /** What was typed before and what was wrong with it. */
  readonly fault?: { readonly text: string; readonly address: string } | undefined;
}

/** One tap of the asker: the neighbour who said yes is welcome. */
export function confirmHelpersPage(frame: PageFrame, data: ConfirmHelpersData): string {
  const names = nameOf(data.helperNames);
  const title = `${names} ${data.helperNames.length > 1 ? 'willen' : 'wil'} u helpen`;
  const body = oneColumn(
    data.fault && errorSummary(data.fault.text),
    heading(title, 'Vindt u dat goed? Dan is de afspraak rond.'),
    factList(factsOf(data)),
    html`<form class="zb-flow zb-flow--s" method="post" novalidate>
      ${data.asksAddress && addressField(names, data.fault)}
      ${choiceButton({ name: 'bevestig', value: 'ja', text: `Ja, ${names} mag komen`, isMain: true })}
      <p class="zb-soft">Na uw ja ziet alleen ${names} uw adres en telefoonnummer. Ze verdwijnen 24 uur na de hulp.</p>
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

function addressField(names: string, fault: ConfirmHelpersData['fault']): Html {
  return html`<div class="zb-field ${fault && 'zb-field--error'}">
    <label class="utrecht-form-label" for="adres">Waar kan ${names} komen?</label>
    <p class="zb-soft zb-small" id="adres-uitleg">Straat, huisnummer en plaats.</p>
    ${fault && html`<p class="utrecht-form-field-error-message" id="adres-fout">${icon('alertCircle')}${fault.text}</p>`}
    <input
      class="utrecht-textbox utrecht-textbox--html-input"
      id="adres"
      name="adres"
      type="text"
      maxlength="200"
      autocomplete="street-address"
      value="${fault?.address ?? ''}"
      aria-describedby="adres-uitleg${fault && ' adres-fout'}"
      ${fault && html`aria-invalid="true"`}
    />
  </div>`;
}
