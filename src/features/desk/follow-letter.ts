import { printedCode } from '@app/platform/crypto/typed-code.js';
import { printLetter } from '@app/platform/print/letter.js';
import { timeZone } from '@app/platform/time/local-clock.js';

interface FollowLetter {
  readonly code: string;
  readonly givenName: string;
  readonly expiresAt: Date;
  readonly publicUrl: string;
}

/** The letter for who has no e-mail: the code, and what to do with it. It says nothing of what was asked. */
export function printFollowLetter({ code, givenName, expiresAt, publicUrl }: FollowLetter): Promise<Buffer> {
  const until = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone }).format(expiresAt);
  const address = publicUrl.replace(/^https?:\/\//, '');
  return printLetter({
    title: 'Zo volgt u uw vraag',
    before: [
      `Beste ${givenName},`,
      'U stelde ons een vraag. Met deze code ziet u hoe het ermee staat.',
      `Ga naar ${address}/volg en typ de code. Of scan het vierkant met uw telefoon.`,
    ],
    // Behind the hash, so that the code stands in no log of addresses.
    code: { url: `${publicUrl}/volg#${code}`, typed: printedCode(code) },
    after: [
      'Liever bellen? Dat mag altijd. Zeg uw naam en waar u over belt.',
      `De code werkt tot en met ${until}. Geef hem alleen aan wie u vertrouwt.`,
    ],
  });
}
