import type { Language } from '@app/contracts/http/vocabulary.js';
import type { Block, LetterDraft } from './letter-block.js';
import { oneLine, safeUrl, someLines } from './plain-text.js';
import { wordsIn } from './words/letter-words.js';

/** What stands around every letter. */
export interface LetterEnvelope {
  readonly language: Language;
  readonly municipalityName: string;
  readonly isExample: boolean;
  readonly settingsUrl: string | null;
}

export const product = 'Zorgzame Buurten';

/** The letter for readers of plain text: everything that the HTML says, and every link. */
export function textForm({ title, blocks, because }: LetterDraft, envelope: LetterEnvelope): string {
  const { municipalityName, isExample, settingsUrl, language } = envelope;
  const say = wordsIn(language).envelope;
  const settings = settingsUrl === null ? undefined : safeUrl(settingsUrl);
  return [
    ...(isExample ? [`${say.example} ${say.exampleText}`] : []),
    oneLine(title),
    ...blocks.map((block) => textOf(block, say.call)),
    '--',
    [
      say.from(oneLine(municipalityName)),
      oneLine(because),
      ...(settings === undefined ? [] : [`${say.settings}: ${settings}`]),
      say.danger,
    ].join('\n'),
  ].join('\n\n');
}

function textOf(block: Block, call: string): string {
  switch (block.kind) {
    case 'text':
      return oneLine(block.text);
    case 'heading':
      return oneLine(block.text);
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${oneLine(value)}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${oneLine(item)}`).join('\n');
    case 'quote':
      return `${oneLine(block.by)}\n${someLines(block.text, block.most).replace(/^/gm, '> ')}`;
    case 'button':
    case 'link':
      return `${oneLine(block.text)}:\n${safeUrl(block.url) ?? ''}`;
    case 'code':
      return oneLine(block.code);
    case 'person': {
      const { givenName, organisation, phone } = block.owner;
      return `${oneLine(block.lead)}\n${oneLine(givenName)}, ${oneLine(organisation)}\n${call} ${oneLine(phone)}`;
    }
  }
}
