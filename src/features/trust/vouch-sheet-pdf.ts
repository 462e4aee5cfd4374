import type { VouchSheet } from '@app/contracts/http/trust.js';
import { printedCode } from '@app/platform/crypto/typed-code.js';
import { printQrCards } from '@app/platform/print/qr-cards.js';
import { timeZone } from '@app/platform/time/local-clock.js';

interface Printed {
  readonly sheet: VouchSheet;
  readonly codes: readonly string[];
  readonly publicUrl: string;
}

/** The sheet a coordinator prints: one card for each code, to cut out and give away. */
export function printVouchSheet({ sheet, codes, publicUrl }: Printed): Promise<Buffer> {
  const until = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone }).format(new Date(sheet.expiresAt));
  return printQrCards({
    title: `Kaartjes van ${sheet.organisationName}`,
    instruction:
      'Geef een kaartje alleen aan een buur die u in het echt sprak. Knip ze los. Gooi weg wat overblijft, of trek het blad in.',
    cards: codes.map((code) => ({
      title: 'Wij kennen u',
      lines: [
        sheet.organisationName,
        'Scan de code met uw telefoon.',
        `Of ga naar ${publicUrl.replace(/^https?:\/\//, '')}/borg en typ:`,
      ],
      url: `${publicUrl}/borg/${code}`,
      typed: printedCode(code),
      small: `1 keer te gebruiken, tot en met ${until}.`,
    })),
  });
}
