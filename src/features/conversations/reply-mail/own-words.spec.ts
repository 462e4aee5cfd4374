import { describe, expect, it } from '@jest/globals';
import { ownWords } from './own-words.js';

const quote = ['> U heeft een bericht van Anja', '>', '> Het bericht staat bij uw afspraak.'].join('\n');
const bare = ['U heeft een bericht van Anja', '', 'Het bericht staat bij uw afspraak.'].join('\n');

describe('what somebody wrote in an answer', () => {
  it.each([
    ['Gmail, Dutch', 'Op di 24 nov 2026 om 14:10 schreef Zorgzame Buurten <noreply@leusden.example>:'],
    ['Gmail, Dutch, wrapped', 'Op di 24 nov 2026 om 14:10 schreef Zorgzame Buurten\n<noreply@leusden.example>:'],
    ['Apple Mail, Dutch', 'Op 24 nov. 2026, om 14:10 heeft Zorgzame Buurten <a@b.example> het volgende geschreven:'],
    ['Thunderbird, Dutch', 'Op 24-11-2026 om 14:10 schreef Zorgzame Buurten:'],
    ['Gmail, English', 'On Tue, Nov 24, 2026 at 2:10 PM Zorgzame Buurten <noreply@leusden.example> wrote:'],
    ['Gmail, Ukrainian', 'вт, 24 лист. 2026 р. о 14:10 Zorgzame Buurten <noreply@leusden.example> пише:'],
    ['Thunderbird, Ukrainian', '24.11.26 14:10, Zorgzame Buurten написав(-ла):'],
    ['Gmail, Turkish', 'Zorgzame Buurten <noreply@leusden.example>, 24 Kas 2026 Sal, 14:10 tarihinde şunu yazdı:'],
    ['Thunderbird, Turkish', '24.11.2026 14:10 tarihinde Zorgzame Buurten yazdı:'],
  ])('is all above the quoted mail: %s', (_program, attribution) => {
    expect(ownWords(`Ik kom om drie uur.\n\nGroet, Jan\n\n${attribution}\n\n${quote}\n`)).toBe(
      'Ik kom om drie uur.\n\nGroet, Jan',
    );
    expect(ownWords(`Ik kom om drie uur.\r\n\r\n${attribution}\r\n${bare}`)).toBe('Ik kom om drie uur.');
  });

  it.each([
    [
      'Outlook, Dutch',
      'Van: Zorgzame Buurten <a@b.example>\nVerzonden: dinsdag 24 november 2026 14:10\nAan: Jan\nOnderwerp: Bericht',
    ],
    ['Outlook, English', '*From:* Zorgzame Buurten\n*Sent:* Tuesday\n*To:* Jan\n*Subject:* Message'],
    ['Outlook, Ukrainian', 'Від: Zorgzame Buurten <a@b.example>\nНадіслано: вівторок\nКому: Jan\nТема: Повідомлення'],
    ['Outlook, Turkish', 'Kimden: Zorgzame Buurten <a@b.example>\nGönderildi: Salı\nKime: Jan\nKonu: Mesaj'],
    ['Outlook on the web', '________________________________\nVan: Zorgzame Buurten'],
    ['an older program', '-----Oorspronkelijk bericht-----\nVan: Zorgzame Buurten'],
  ])('ends where an earlier mail begins: %s', (_program, headers) => {
    expect(ownWords(`Goed zo.\n\n${headers}\n\n${bare}`)).toBe('Goed zo.');
  });

  it('may stand between what is quoted', () => {
    expect(
      ownWords(
        `Op 24-11-2026 om 14:10 schreef Zorgzame Buurten:\n> Kunt u om drie uur?\nJa, dat kan.\n\n> En de riem?\nNeem ik mee.`,
      ),
    ).toBe('Ja, dat kan.\n\nNeem ik mee.');
  });

  it.each([
    'Verzonden vanaf mijn iPhone',
    'Verstuurd vanaf Outlook voor Android',
    'Sent from my Galaxy',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    'Надіслано з iPhone',
    'iPhone’umdan gönderildi',
    "iPhone'umdan gönderildi",
    '-- \nJan Jansen\nLangestraat 1',
  ])('is without what stands below by itself: %j', (below) => {
    expect(ownWords(`Tot zo!\n\n${below}\n`)).toBe('Tot zo!');
  });

  it.each([
    'Op dinsdag kan ik niet.\nWel op woensdag: dan ben ik vrij.',
    'Anja schreef dat de riem bij de deur hangt: klopt dat?',
    'Van: de bushalte\nlopen wij samen verder.',
    'Ik neem mee:\n- brood\n- melk\n- kaas',
    'Verzonden vanaf mijn fiets kom ik eraan.\nTot zo.',
    'Datum: maandag 30 november.\nDan kan ik.',
  ])('is kept where it only looks like something else: %j', (words) => {
    expect(ownWords(words)).toBe(words);
  });

  it('is nothing when there is only an earlier mail', () => {
    expect(ownWords(`\n\nOp 24-11-2026 om 14:10 schreef Zorgzame Buurten:\n${quote}`)).toBe('');
    expect(ownWords('')).toBe('');
  });

  it('is found as fast in what was made to take long', () => {
    for (const piece of ['Op 1 ', 'Van: a\n', '>'.repeat(40), ' schreef 1', '-_', '\n\n', 'a: 1 wrote'])
      expect(ownWords(piece.repeat(200_000)).length).toBeLessThanOrEqual(50_000);
  });
});
