import { describe, expect, it } from '@jest/globals';
import { readLetter } from './letter.js';

const mail = (subject: string, text: string, headers = {}) => ({ to: 'jan@voorbeeld.invalid', subject, text, headers });

describe('a letter of the day', () => {
  it('with a code says for which challenge it is', () => {
    const letter = mail('042917 is uw code voor Zorgzame Buurten', '042917', {
      'message-id': '<0f-1a@example.invalid>',
    });
    expect(readLetter(letter)).toEqual({ kind: 'code', code: '042917', challengeId: '0f-1a' });
  });

  it('that asks leads to the answer, and not to the pause or the settings beside it', () => {
    const text = [
      'Bea schrijft',
      '> Wie laat Boef uit?',
      '> Hij is lief.',
      '',
      'Zeg ja of nee:',
      'http://localhost:3000/antwoord/aB3_-x',
      'Ik wil even geen vragen:',
      'http://localhost:3000/pauze/qq',
    ].join('\n');
    expect(readLetter(mail('Bea vraagt u', text))).toEqual({
      kind: 'ask',
      path: '/antwoord/aB3_-x',
      summary: 'Wie laat Boef uit?\nHij is lief.',
    });
  });

  it('to an asker leads to the confirmation and says which request it is about', () => {
    const text = 'http://localhost:3000/bevestigen/tok_1\nhttp://localhost:3000/vragen/01a2-7e';
    expect(readLetter(mail('Wim wil u helpen', text))).toEqual({
      kind: 'confirm',
      path: '/bevestigen/tok_1',
      helpRequestId: '01a2-7e',
    });
  });

  it('afterwards leads to the outcome', () => {
    expect(readLetter(mail('Is het gelukt?', 'https://x.invalid/afloop/t'))).toEqual({
      kind: 'outcome',
      path: '/afloop/t',
    });
  });

  it('to an organiser leads to the work list', () => {
    const subject = 'Spoed: vraag zonder buur, De hond uitlaten in Rossenberg';
    expect(readLetter(mail(subject, 'http://localhost:3000/werklijst'))).toEqual({ kind: 'work', subject });
  });

  it('can say that nobody came, or be news only', () => {
    const request = 'http://localhost:3000/vragen/01a2';
    expect(readLetter(mail('Wij vonden geen buur. Els belt u', request))).toEqual({ kind: 'no-neighbour' });
    expect(readLetter(mail('Marja belt u over uw vraag', request))).toEqual({ kind: 'news' });
  });
});
