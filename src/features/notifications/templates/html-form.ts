import type { Block, LetterDraft } from './letter-block.js';
import { darkRules, look } from './mail-look.js';
import { escapeHtml, oneLine, safeUrl, someLines } from './plain-text.js';
import { product, type LetterEnvelope } from './text-form.js';
import { wordsIn } from './words/letter-words.js';

/** The letter as HTML: no pictures, no scripts, nothing fetched, and readable without its styles. */
export function htmlForm(draft: LetterDraft, envelope: LetterEnvelope): string {
  const { isExample, language } = envelope;
  const say = wordsIn(language).envelope;
  const banner = isExample
    ? `<p class="zb-example" style="${look.example}"><strong>${say.example}</strong> ${say.exampleText}</p>`
    : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${words(draft.subject)}</title>
<style>${darkRules}</style>
</head>
<body class="zb-paper" style="${look.paper}">
<div style="${look.preview}" aria-hidden="true">${words(draft.preview)}</div>
<div role="article" aria-label="${words(draft.title)}" lang="${language}" style="${look.sheet}">
<p style="${look.brand}">${product}</p>
${banner}
<div class="zb-card" style="${look.card}">
<h1 class="zb-ink" style="${look.title}">${words(draft.title)}</h1>
${draft.blocks.map((block) => htmlOf(block, say.call)).join('\n')}
</div>
${footer(draft, envelope)}
</div>
</body>
</html>
`;
}

function footer({ because }: LetterDraft, { municipalityName, settingsUrl, language }: LetterEnvelope): string {
  const say = wordsIn(language).envelope;
  const settings = settingsUrl === null ? undefined : safeUrl(settingsUrl);
  const lines = [
    escapeHtml(say.from(oneLine(municipalityName))),
    words(because),
    ...(settings === undefined ? [] : [anchor(settings, say.settings)]),
    say.danger,
  ];
  return `<div class="zb-soft" style="${look.footer}">
${lines.map((line) => `<p style="${look.footerLine}">${line}</p>`).join('\n')}
</div>`;
}

function words(text: string): string {
  return escapeHtml(oneLine(text));
}

function anchor(url: string, text: string): string {
  return `<a class="zb-link" href="${escapeHtml(url)}" style="${look.link}">${words(text)}</a>`;
}

function htmlOf(block: Block, call: string): string {
  switch (block.kind) {
    case 'text':
      return `<p style="${look.text}">${words(block.text)}</p>`;
    case 'heading':
      return `<h2 class="zb-ink" style="${look.heading}">${words(block.text)}</h2>`;
    case 'facts':
      return `<dl style="${look.facts}">${block.rows.map(factOf).join('')}</dl>`;
    case 'list':
      return `<ul style="${look.list}">${block.items.map((item) => `<li style="${look.item}">${words(item)}</li>`).join('')}</ul>`;
    case 'quote': {
      const said = escapeHtml(someLines(block.text, block.most)).replaceAll('\n', '<br>');
      return `<p class="zb-soft" style="${look.quoteBy}">${words(block.by)}</p>
<blockquote class="zb-quote" style="${look.quote}">${said}</blockquote>`;
    }
    case 'button': {
      const url = escapeHtml(safeUrl(block.url) ?? '');
      return `<p style="${look.action}"><a class="zb-button" href="${url}" style="${look.button}">${words(block.text)}</a></p>`;
    }
    case 'link':
      return `<p style="${look.text}">${anchor(safeUrl(block.url) ?? '', block.text)}</p>`;
    case 'code':
      return `<p class="zb-quote" style="${look.code}">${words(block.code)}</p>`;
    case 'person':
      return personOf(block, call);
  }
}

function factOf([label, value]: readonly [string, string]): string {
  return `<dt class="zb-soft" style="${look.factLabel}">${words(label)}</dt><dd style="${look.factValue}">${words(value)}</dd>`;
}

function personOf({ lead, owner }: Extract<Block, { kind: 'person' }>, call: string): string {
  const { givenName, organisation, phone } = owner;
  const number = safeUrl(`tel:${phone.replace(/[^+0-9]/g, '')}`) ?? '';
  return `<div class="zb-quote" style="${look.person}">
<p style="${look.personLead}"><strong>${words(lead)}</strong></p>
<p style="${look.personLine}">${words(givenName)}, ${words(organisation)}</p>
<p style="${look.personLine}">${words(call)} ${anchor(number, phone)}</p>
</div>`;
}
