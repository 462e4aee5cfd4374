import type { Language } from '@app/contracts/http/vocabulary.js';
import { html, type Html, type Piece } from './html.js';
import { icon, type IconName } from './icons.js';
import type { PageWords } from './words/nl.js';

/** Who looks after the request, and the number that person answers. */
export interface PageOwner {
  readonly kind: 'association' | 'desk';
  readonly organisation: string;
  readonly givenName: string;
  /** Empty where none is known. */
  readonly phone: string;
}

/** One fact with its name. */
export interface PageFact {
  readonly icon: IconName;
  readonly name: string;
  readonly value: string;
}

/** One column in the middle, for a page that asks one thing. */
export function oneColumn(...pieces: readonly Piece[]): Html {
  return html`<div class="zb-wrap"><div class="zb-ask zb-flow zb-flow--l">${pieces}</div></div>`;
}

/** The head of a page with what it comes down to. */
export function heading(title: string, ...lines: readonly string[]): Html {
  return html`<div class="zb-flow zb-flow--xs">
    <h1 class="utrecht-heading-1">${title}</h1>
    ${lines.map((line) => html`<p>${line}</p>`)}
  </div>`;
}

/** Facts with an icon before each. */
export function factList(facts: readonly PageFact[]): Html {
  return html`<dl class="zb-kv">
    ${facts.map(
      (fact) =>
        html`<div>
          ${icon(fact.icon)}
          <dt>${fact.name}</dt>
          <dd>${fact.value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Nothing to answer: what is the matter and what somebody can do now. */
export function stateCard(drawing: IconName, title: string, text: string, act?: Html): Html {
  return html`<div class="zb-wrap zb-measure">
    <section class="zb-card zb-state">
      ${icon(drawing)}
      <h1 class="utrecht-heading-2">${title}</h1>
      <p>${text}</p>
      ${act && html`<div class="zb-state__act zb-flow zb-flow--s">${act}</div>`}
    </section>
  </div>`;
}

/** What happens now: done, or waiting for somebody. */
export function statusPanel(words: PageWords, kind: 'ok' | 'wait', title: string, ...lines: readonly string[]): Html {
  return html`<section class="zb-status zb-status--${kind} zb-flow zb-flow--xs" aria-label="${words.status}">
    <div class="zb-status__head">
      ${icon(kind === 'ok' ? 'circleCheck' : 'clock')}
      <p>${title}</p>
    </div>
    ${lines.map((line) => html`<p>${line}</p>`)}
  </section>`;
}

/** Words across the page about what went wrong with an answer. */
export function faultAlert(text: string): Html {
  return html`<div class="utrecht-alert utrecht-alert--error" role="alert">
    <div class="utrecht-alert__icon utrecht-icon">${icon('alertCircle')}</div>
    <div class="utrecht-alert__content">
      <div class="utrecht-alert__message"><p>${text}</p></div>
    </div>
  </div>`;
}

/** A link that looks like a button. */
export function buttonLink(path: string, text: string, kind: 'primary-action' | 'secondary-action'): Html {
  return html`<a class="utrecht-button utrecht-button--${kind}" href="${path}">${text}</a>`;
}

export function textLink(path: string, text: string): Html {
  return html`<a class="utrecht-link utrecht-link--html-a" href="${path}">${text}</a>`;
}

/** Two answers, or more, as buttons of one size; a press sends the form. */
export interface Choice {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  /** The one green button of a page. */
  readonly isMain?: boolean;
}

export function choiceButton({ name, value, text, isMain }: Choice): Html {
  const look = isMain ? 'utrecht-button utrecht-button--primary-action' : 'utrecht-button';
  return html`<button class="${look} zb-btn--big zb-btn--block" type="submit" name="${name}" value="${value}">
    ${isMain && icon('check')}${text}
  </button>`;
}

/** The person behind the page, with a number to call, and what else one may want. */
export function ownerCard(words: PageWords, title: string, owner: PageOwner, links: readonly Html[] = []): Html {
  const say = words.owner;
  const { kind, organisation, givenName, phone } = owner;
  const call = html`<a
    class="utrecht-button utrecht-button--secondary-action zb-btn--block"
    href="${telephoneLink(phone)}"
    >${icon('phone')}${say.call(givenName)}</a
  >`;
  return html`<section class="zb-card zb-card--quiet zb-card--tight zb-flow zb-flow--s" aria-label="${say.card}">
    <div class="zb-owner">
      <span class="zb-avatar" aria-hidden="true">${initials(givenName)}</span>
      <div>
        <p><strong>${title}</strong></p>
        <p class="zb-soft zb-small">${kind === 'desk' ? say.desk : say.coordinator}, ${organisation}</p>
        ${phone !== '' && html`<p class="zb-small">${phone}</p>`}
      </div>
    </div>
    ${phone !== '' && html`<p>${call}</p>`}
    ${
      links.length > 0 &&
      html`<ul class="zb-flow zb-flow--s">
        ${links.map((link) => html`<li>${link}</li>`)}
      </ul>`
    }
  </section>`;
}

/** `Jan`, `Jan en Fatma`, `Jan, Fatma en Piet`. */
export function namesInARow(names: readonly string[], language: Language = 'nl'): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(names);
}

/** Digits and a leading plus only. */
export function telephoneLink(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}

/** `Marja de Vries` becomes `MV`; a mark such as "(voorbeeld)" does not count. */
function initials(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : '';
  return `${words[0]?.charAt(0) ?? ''}${last}`.toLocaleUpperCase('nl');
}
