import { html, type Html } from './html.js';
import { icon } from './icons.js';
import { mailboxReply, type TriedReply } from './mailbox-reply.js';
import { heading, textLink } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';

/** One message in the mailbox of the demonstration. */
export interface MailboxMessage {
  readonly id: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** `14:12 uur`, or with its day. */
  readonly receivedText: string;
  readonly attachmentNames: readonly string[];
  /** Whether an answer to it is read. */
  readonly mayReply: boolean;
}

export interface MailboxPageData {
  /** Newest first. */
  readonly messages: readonly Omit<MailboxMessage, 'text' | 'attachmentNames' | 'mayReply'>[];
  /** Everyone who got a message, to choose from. */
  readonly recipients: readonly string[];
  /** Only messages to this address; null for all. */
  readonly to: string | null;
  readonly open: MailboxMessage | null;
  /** What became of an answer to the open message, just now. */
  readonly tried: TriedReply | null;
}

/** Every message of the demonstration: nothing of it leaves the machine. Its links are relative: it works at any path. */
export function mailboxPage(frame: PageFrame, data: MailboxPageData): string {
  const { messages, open, to, tried } = data;
  const body = html`<div class="zb-wrap zb-flow zb-flow--l">
    ${heading('E-mails van het voorbeeld', 'Hier ziet u wat mensen zouden krijgen. Er gaat niets echt weg.')}
    <div class="zb-cols zb-cols--2">
      ${open !== null && openMessage(open, tried)}
      <section class="zb-flow" aria-labelledby="berichten">
        <h2 class="utrecht-heading-2" id="berichten">Berichten, nieuwste eerst</h2>
        ${filter(data)} ${messages.length === 0 && html`<p>Er zijn nog geen berichten.</p>`}
        <ol class="zb-list">
          ${messages.map((message) => row(message, to, message.id === open?.id))}
        </ol>
      </section>
    </div>
  </div>`;
  return renderPage({ ...frame, title: open === null ? 'E-mails van het voorbeeld' : open.subject, body });
}

function filter({ recipients, to }: MailboxPageData): Html {
  const option = (value: string, text: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen && html`selected`}>${text}</option>`;
  return html`<form class="zb-filters" method="get">
    <div class="zb-field">
      <label class="utrecht-form-label" for="to">Aan wie?</label>
      <select class="utrecht-select utrecht-select--html-select" id="to" name="to">
        ${option('', 'Iedereen', to === null)} ${recipients.map((address) => option(address, address, address === to))}
      </select>
    </div>
    <button class="utrecht-button utrecht-button--secondary-action" type="submit">Toon</button>
  </form>`;
}

function row(message: MailboxPageData['messages'][number], to: string | null, isOpen: boolean): Html {
  const query = new URLSearchParams({ ...(to === null ? {} : { to }), id: String(message.id) });
  const link = html`<a
    class="utrecht-link utrecht-link--html-a"
    href="?${query.toString()}"
    ${isOpen && html`aria-current="true"`}
    >${message.subject || 'Zonder onderwerp'}</a
  >`;
  return html`<li class="zb-item">
    <span class="zb-item__icon">${icon('mail')}</span>
    <div>
      <h3 class="utrecht-heading-3">${link}</h3>
      <p class="zb-item__meta"><span>${message.to}</span><span>${message.receivedText}</span></p>
    </div>
  </li>`;
}

function openMessage(message: MailboxMessage, tried: TriedReply | null): Html {
  const { subject, to, receivedText, text, attachmentNames, mayReply } = message;
  return html`<article class="zb-card zb-flow" aria-labelledby="bericht">
    <div class="zb-flow zb-flow--2xs">
      <h2 class="utrecht-heading-2" id="bericht">${subject || 'Zonder onderwerp'}</h2>
      <p class="zb-soft zb-small">Aan ${to}, ${receivedText}</p>
    </div>
    ${text
      .trim()
      .split(/\r?\n\s*\r?\n/)
      .map((paragraph) => html`<p>${withLineBreaks(paragraph)}</p>`)}
    ${attachmentNames.length > 0 && html`<p class="zb-soft zb-small">Bijlage: ${attachmentNames.join(', ')}</p>`}
    ${mayReply && mailboxReply(tried)}
  </article>`;
}

function withLineBreaks(paragraph: string): Html[] {
  return paragraph.split(/\r?\n/).map((line, index) => html`${index > 0 && html`<br />`}${withLinks(line)}`);
}

const address = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/;

/** Only addresses of web pages become links, so that no text can bring a script. */
function withLinks(line: string): (Html | string)[] {
  return line.split(address).map((part, index) => (index % 2 === 1 ? textLink(part, part) : part));
}
