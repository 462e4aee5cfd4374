import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askAsGuest, dogWalk, signIn } from './ask-wizard.js';
import { comesToTell } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(120_000);

let at: Demonstration;
let asker: Visitor;
let coordinator: Visitor;
let desk: Visitor;
let id: string;

beforeAll(async () => {
  at = await Demonstration.start();
  [asker, coordinator, desk] = [await at.visitor(), await at.visitor({ width: 1280 }), await at.visitor()];
});
afterAll(() => at.stop());

describe('a request that nobody takes', () => {
  it('is asked as any other', async () => {
    id = await askAsGuest(at, asker);
    expect(await at.awaitMails(({ text }) => text.includes('/antwoord/'))).not.toEqual([]);
  });

  it('reaches the coordinator after half an hour, who sees the clock and whom to call', async () => {
    await signIn(at, coordinator, 'marja@voorbeeld.invalid', '/werklijst');
    await coordinator.sees('Wij vragen buren');
    await at.passHours(0.6);
    const [alarm] = await at.awaitMails(
      ({ to, text }) => to === 'marja@voorbeeld.invalid' && text.includes('/werklijst'),
    );
    expect(alarm?.text).toContain('Deze vraag is nu van u');
    expect(alarm?.text).not.toContain(dogWalk.givenName);
    await coordinator.open('/werklijst');
    await coordinator.sees('Niemand gevonden');
    await coordinator.follow(dogWalk.what);
    await coordinator.page.getByRole('heading', { name: 'Wat is er gebeurd, en wat komt er' }).waitFor();
    const text = await coordinator.text();
    expect(text).toMatch(/14:3\d uur - Naar de coördinator/);
    expect(text).toMatch(/15:[03]\d uur - Naar het loket/);
    // How to reach her takes a reason, and is written down.
    expect(text).not.toMatch(/6 ?12 ?34 ?56 ?78/);
    await coordinator.press('Toon telefoon en adres');
    await coordinator.page.getByRole('link', { name: /^Bel Truus/ }).waitFor();
    await comesToTell(coordinator, /6 ?12 ?34 ?56 ?78/);
  });

  it('tells the asker who calls, without reload', async () => {
    expect(await asker.sees('zoekt nu met u verder')).toBe('Marja zoekt nu met u verder');
    await comesToTell(asker, 'Marja belt u.');
  });

  it('is not on the list of the desk yet', async () => {
    await signIn(at, desk, 'huiskamer@voorbeeld.invalid', '/werklijst');
    await desk.onPage('Werklijst');
    expect(await desk.status(`/v1/help-requests/${id}`)).toBe(404);
  });

  it('reaches the desk after an hour', async () => {
    await at.passHours(0.5);
    await at.awaitMails(({ to, text }) => to === 'huiskamer@voorbeeld.invalid' && text.includes('/werklijst'));
    await desk.open(`/werklijst/${id}`);
    await desk.sees('Bij het loket');
    await desk.press('Toon telefoon en adres');
    await desk.page.getByRole('link', { name: /^Bel Truus/ }).waitFor();
    await comesToTell(desk, /6 ?12 ?34 ?56 ?78/);
  });

  it('tells the asker that the desk calls, and with what', async () => {
    expect(await asker.sees('helpt u nu verder')).toBe('Els helpt u nu verder');
    await comesToTell(asker, 'U wordt gebeld, ook met andere oplossingen.');
  });

  it('gave no browser a reason to complain', () => {
    expect(at.complaints()).toEqual([]);
  });
});
