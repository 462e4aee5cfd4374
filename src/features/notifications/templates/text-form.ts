import type { Block, LetterDraft } from './letter-block.js';
import { oneLine, safeUrl, someLines } from './plain-text.js';

/** What stands around every letter. */
export interface LetterEnvelope {
  readonly municipalityName: string;
  readonly isExample: boolean;
  readonly settingsUrl: string | null;
}

/** Words around every letter, the same in each form. */
export const envelopeTexts = {
  product: 'Zorgzame Buurten',
  example: 'Voorbeeld.',
  exampleText: 'Namen, vragen en cijfers zijn verzonnen.',
  from: (municipality: string) => `Zorgzame Buurten ${municipality}: buren die elkaar helpen.`,
  settings: 'Minder berichten, of even geen',
  danger: 'Is iemand in gevaar? Bel 112.',
};

/** The letter for readers of plain text: everything that the HTML says, and every link. */
export function textForm({ title, blocks, because }: LetterDraft, envelope: LetterEnvelope): string {
  const { municipalityName, isExample, settingsUrl } = envelope;
  const settings = settingsUrl === null ? undefined : safeUrl(settingsUrl);
  return [
    ...(isExample ? [`${envelopeTexts.example} ${envelopeTexts.exampleText}`] : []),
    oneLine(title),
    ...blocks.map(textOf),
    '--',
    [
      envelopeTexts.from(oneLine(municipalityName)),
      oneLine(because),
      ...(settings === undefined ? [] : [`${envelopeTexts.settings}: ${settings}`]),
      envelopeTexts.danger,
    ].join('\n'),
  ].join('\n\n');
}

function textOf(block: Block): string {
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
      return `${oneLine(block.by)}\n${someLines(block.text).replace(/^/gm, '> ')}`;
    case 'button':
    case 'link':
      return `${oneLine(block.text)}:\n${safeUrl(block.url) ?? ''}`;
    case 'code':
      return oneLine(block.code);
    case 'person': {
      const { givenName, organisation, phone } = block.owner;
      return `${oneLine(block.lead)}\n${oneLine(givenName)}, ${oneLine(organisation)}\nBel ${oneLine(phone)}`;
    }
  }
}
