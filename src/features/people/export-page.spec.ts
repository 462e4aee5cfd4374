import { describe, expect, it } from '@jest/globals';
import { exportPage } from './export-page.js';

const data = {
  account: { person: { givenName: 'Ana <b>', phone: null }, memberships: [] },
  asks: { asked: [{ category: 'walk-dog', sentAt: '2026-11-24T13:12:00.000Z', helped: true }] },
};
const at = '2026-11-24T13:12:00.000Z';

describe('an export to read', () => {
  it.each([
    ['nl', 'Uw gegevens bij Zorgzame Buurten', 'Voornaam', 'Niet ingevuld', 'Niets', '24 november 2026'],
    ['en', 'Your data at Zorgzame Buurten', 'First name', 'Not filled in', 'Nothing', 'November 24, 2026'],
    ['uk', 'Ваші дані в Zorgzame Buurten', 'Ім’я', 'Не заповнено', 'Нічого', '24 листопада 2026'],
    ['tr', 'Zorgzame Buurten’deki verileriniz', 'Ad', 'Doldurulmadı', 'Hiçbir şey', '24 Kasım 2026'],
  ] as const)('%s: every name, and moments by the clock on the wall', (language, title, ...words) => {
    const page = exportPage(data, at, language);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
    for (const word of words) expect(page).toContain(word);
    expect(page).toContain(language === 'en' ? '2:12' : '14:12');
    expect(page).not.toContain('2026-11-24T');
  });

  it('shows what people typed as text, and a part that has no name under its own', () => {
    const page = exportPage({ ...data, toString: { newcomer: 1 } }, at, 'en');
    expect(page).toContain('Ana &lt;b&gt;');
    expect(page).toContain('<h2>toString</h2>');
    expect(page).toContain('<dt>newcomer</dt>');
  });
});
