import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let jan: Visitor;
let marja: Visitor;

/** A telephone that knows its owner by finger or face, played by the browser. */
async function giveAuthenticator({ page }: Visitor): Promise<(knows: boolean) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return async (knows) =>
    void (await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: knows }));
}

/** The code that was sent after this moment, filled in and sent off. */
async function proveByCode(visitor: Visitor, email: string, after: number): Promise<void> {
  await visitor.page.getByLabel(/code/i).fill(await at.codeFor(email, after));
  await visitor.press('Ga verder');
}

beforeAll(async () => {
  at = await Demonstration.start({ PASSKEYS_REQUIRED: 'true' });
  [jan, marja] = [await at.visitor(), await at.visitor()];
});
afterAll(() => at.stop());

describe('a neighbour with a telephone', () => {
  let showFinger: (knows: boolean) => Promise<void>;

  it('makes a passkey after a code, by keyboard alone', async () => {
    showFinger = await giveAuthenticator(jan);
    await signIn(at, jan, 'jan@voorbeeld.invalid', '/gegevens');
    await jan.follow('Inloggen zonder code');
    const empty = { name: 'passkeys-leeg', title: 'Inloggen zonder code', shows: 'U heeft nog geen passkey.' };
    expect(await faultsOf(jan, empty)).toEqual([]);
    const after = await at.lastMail();
    await jan.page.getByRole('button', { name: 'Maak een passkey' }).focus();
    await jan.page.keyboard.press('Enter');
    await jan.sees(/^Eerst sturen wij een code naar jan@/);
    await proveByCode(jan, 'jan@voorbeeld.invalid', after);
    const made = { name: 'passkeys', title: 'Inloggen zonder code', shows: 'Nog niet gebruikt', inTheDark: true };
    expect(await faultsOf(jan, made)).toEqual([]);
    expect(await jan.sees(/^Uw passkey is klaar/)).toContain('inloggen');
  });

  it('signs in with it, without a code', async () => {
    await jan.page.getByText('Menu', { exact: true }).click();
    await jan.press('Uitloggen');
    await jan.onPage(/^Inloggen/);
    const after = await at.lastMail();
    await showFinger(false);
    await jan.press('Log in met een passkey');
    const refused = {
      name: 'inloggen-passkey-mislukt',
      title: /^Inloggen/,
      shows: /^Inloggen met een passkey lukte niet/,
    };
    expect(await faultsOf(jan, refused)).toEqual([]);
    await showFinger(true);
    await jan.press('Log in met een passkey');
    await jan.onPage('Mijn vragen');
    expect(await at.lastMail()).toBe(after);
  });

  it('takes it away, after which it opens nothing', async () => {
    await jan.open('/gegevens/passkeys');
    await jan.sees(/^Laatst gebruikt op/);
    await jan.press(/^Haal weg/);
    const asking = { name: 'passkey-weghalen', title: 'Inloggen zonder code', shows: 'Deze passkey weghalen?' };
    expect(await faultsOf(jan, asking)).toEqual([]);
    await jan.press('Ja, haal weg');
    await jan.sees('U heeft nog geen passkey.');
    await jan.page.getByText('Menu', { exact: true }).click();
    await jan.press('Uitloggen');
    await jan.onPage(/^Inloggen/);
    await jan.press('Log in met een passkey');
    expect(await jan.sees(/^Deze passkey werkt hier niet/)).not.toBe('');
  });
});

describe('a coordinator', () => {
  it('is told that the role waits for a passkey', async () => {
    await giveAuthenticator(marja);
    await signIn(at, marja, 'marja@voorbeeld.invalid', '/gegevens');
    const waiting = {
      name: 'passkey-nodig',
      title: 'Mijn gegevens',
      shows: 'U heeft een passkey nodig.',
      inTheDark: true,
    };
    expect(await faultsOf(marja, waiting)).toEqual([]);
    await comesTo(() => marja.page.getByRole('link', { name: 'Werklijst' }).count(), 0);
    expect(await marja.status('/v1/work-items')).toBe(403);
  });

  it('has the work list once it is made', async () => {
    await marja.follow('Maak een passkey of log ermee in');
    const after = await at.lastMail();
    await marja.press('Maak een passkey');
    await marja.page.route('**/v1/me', async (route) => {
      await setTimeout(500);
      await route.continue();
    });
    await proveByCode(marja, 'marja@voorbeeld.invalid', after);
    await marja.sees(/^Uw passkey is klaar/);
    await comesTo(() => marja.page.getByText('U heeft een passkey nodig.').count(), 0);
    await marja.open('/werklijst');
    await marja.onPage('Werklijst');
    expect(await marja.status('/v1/work-items')).toBe(200);
  });

  it('gave no browser a reason to complain', () => {
    expect(at.complaints()).toEqual([]);
  });
});
