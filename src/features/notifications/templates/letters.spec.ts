import { describe, expect, it } from '@jest/globals';
import { officeWordsIn } from '@app/contracts/plain-dutch.testing.js';
import { notificationTemplates } from '@app/contracts/jobs/job-map.js';
import { renderLetter } from './index.js';
import { wordsOfHtml } from './html-words.testing.js';
import { everyLetter, samples } from './letters.testing.js';
import type { AnySample } from './sample.testing.js';
import type { Letter, TemplateName } from './template-data.js';

function render({ template, data }: AnySample): Letter {
  return renderLetter(template, data as never);
}

function linksOf(data: object): string[] {
  return Object.entries(data).flatMap(([key, value]) =>
    key.endsWith('Url') && typeof value === 'string' ? [value] : [],
  );
}

/** Beside the words that we avoid everywhere: no letter speaks of these, or to somebody it does not know as "je". */
const banned = /voorziening|deelname|vrijwilliger|\bje\b|\bjij\b|\bjouw\b/i;

const letters = everyLetter().map((sample) => ({ ...sample, letter: render(sample) }));
const forms = ({ letter }: { letter: Letter }) => [letter.subject, letter.text, letter.sms, letter.voice, letter.inbox];

/** What we say ourselves: what a person wrote is that person's own. */
function ownSentences(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('> ') && !line.startsWith('http'))
    .flatMap((line) => line.split(/(?<=[.?!:])\s+/))
    .filter((sentence) => sentence !== '');
}

describe('every letter', () => {
  it('is there for each notification, one for the code and one for who is away long', () => {
    expect(Object.keys(samples()).toSorted()).toEqual(
      [...notificationTemplates, 'sign-in-code', 'inactivity-notice', 'role-given', 'member-invitation'].toSorted(),
    );
  });

  it('says the same in text and in HTML', () => {
    for (const { template, letter } of letters) {
      const bare = (words: string): string[] =>
        words
          .replace(/https?:\S+/g, ' ')
          .replace(/(^|\n)(> |- |--)/g, ' ')
          .split(/[\s:]+/)
          .filter((word) => word !== '' && word !== '--');
      const inText = new Set(bare(letter.text));
      // The HTML bears the name of the sender above the letter.
      const inHtml = new Set(bare(wordsOfHtml(letter.html)));
      expect({ template, missing: [...inText].filter((word) => !inHtml.has(word)) }).toEqual({ template, missing: [] });
      expect({ template, extra: [...inHtml].filter((word) => !inText.has(word)) }).toEqual({ template, extra: [] });
    }
  });

  it('to the organiser who took a request says whose it is, and lets nobody say yes unheard', () => {
    const letter = render({
      template: 'asker-has-helper',
      data: { ...samples()['asker-has-helper'], caller: 'Truus', confirmUrl: null },
    });
    expect(letter.subject).toBe('Vraag van Truus: Jan wil helpen: de hond uitlaten');
    expect(letter.text).toContain('Bel Truus en vraag of het goed is.');
    expect(letter.text).not.toMatch(/ u helpen|uw adres|bevestigen/);
    expect(letter.sms).toContain('Vraag van Truus');
  });

  it('has each of its links in both forms', () => {
    for (const { template, data, letter } of letters) {
      const confirmed = template === 'asker-has-helper' && data.autoConfirmed;
      for (const url of linksOf(data)) {
        if (confirmed && url.includes('/bevestigen/')) continue;
        expect({ template, url, text: letter.text.includes(url) }).toEqual({ template, url, text: true });
        expect(letter.html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
      }
    }
  });

  it('links to nothing that it was not given, apart from telephone numbers', () => {
    for (const { data, letter } of letters) {
      const given = new Set([
        ...linksOf(data),
        ...('alternatives' in data ? data.alternatives.flatMap(({ url }) => (url === null ? [] : [url])) : []),
      ]);
      const used = [...letter.html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));
      expect(used.filter((url) => !url.startsWith('tel:') && !given.has(url))).toEqual([]);
    }
  });

  it('fetches nothing and runs nothing', () => {
    for (const { letter } of letters) {
      expect(letter.html).not.toMatch(/<(script|img|iframe|link|object|form|base)\b|\son\w+=|url\(/i);
      expect(letter.html).toContain('<html lang="nl">');
    }
  });

  it('says that it is an example where it is one, and only there', () => {
    for (const { data, letter } of letters) {
      for (const form of [letter.text, letter.html]) expect(form.includes('zijn verzonnen')).toBe(data.isExample);
      expect(letter.sms.startsWith('Voorbeeld.')).toBe(data.isExample);
      expect(letter.voice.includes('Dit is een voorbeeld.')).toBe(data.isExample);
    }
  });

  it('has a subject of one line that fits', () => {
    for (const { letter } of letters) {
      expect(letter.subject).toMatch(/^[^\r\n]{5,120}$/);
    }
  });

  it('fits in two text messages, with the link at the end', () => {
    for (const { template, letter } of letters) {
      expect({ template, long: letter.sms.length > 306 }).toEqual({ template, long: false });
    }
    expect(renderLetter('ask', samples().ask).sms).toMatch(/ https:\/\/leusden\.example\/antwoord\/token$/);
  });

  it('can be read aloud: no links, and numbers digit by digit', () => {
    for (const { letter } of letters) expect(letter.voice).not.toMatch(/https?:/);
    expect(renderLetter('ask', samples().ask).voice).toContain('Bel Marja op 0 3 3 0 0 0 0 0 0 0.');
  });

  it('shows the way to stop to who has one, also to the mail program', () => {
    for (const { template, data, letter } of letters) {
      if (template === 'invitation') continue;
      const expected = data.settingsUrl === null ? {} : { 'List-Unsubscribe': `<${data.settingsUrl}>` };
      expect(letter.headers).toEqual(expected);
    }
  });

  it('lets a mail program stop letters of a coordinator with one press, by the link that signs nobody in', () => {
    expect(renderLetter('invitation', samples().invitation).headers).toEqual({
      'List-Unsubscribe': '<https://leusden.example/geen-uitnodigingen/token>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });
});

describe('the words', () => {
  it('are none of those that we do not use', () => {
    for (const sample of letters) {
      for (const form of forms(sample)) expect([...officeWordsIn(form), ...(form.match(banned) ?? [])]).toEqual([]);
    }
  });

  it('come in sentences of at most 15 words', () => {
    const long = letters.flatMap(({ letter }) =>
      [letter.text, letter.sms, letter.inbox]
        .flatMap((form) => ownSentences(form))
        .filter((sentence) => sentence.split(/\s+/).length > 15),
    );
    expect([...new Set(long)]).toEqual([]);
  });

  it('shout only to say thank you', () => {
    for (const sample of letters) {
      for (const form of forms(sample)) {
        for (const [before] of form.matchAll(/[^.?!]*!/g)) expect(before.toLowerCase()).toContain('dank u wel!');
      }
    }
  });

  it('never tell how many were asked', () => {
    for (const sample of letters) {
      for (const form of forms(sample)) expect(form).not.toMatch(/\d+ (andere )?(buren|buur|anderen|mensen)/);
    }
  });

  it('leave no hole where a name is gone', () => {
    for (const sample of letters) {
      for (const form of forms(sample)) expect(form).not.toMatch(/undefined|null|NaN|\[object|^ |[^\n] {2}| ,| \./m);
    }
  });
});

describe('what a letter keeps to itself', () => {
  const secrets = {
    address: 'Kanariestraat 12',
    askerPhone: '06 98765432',
    familyName: 'Kanarievogel',
    phone: '06 11112222',
    contact: { address: 'Kanariestraat 13' },
  };

  it('is an address, a telephone number or a family name, even when it is handed over', () => {
    for (const { template, data } of everyLetter()) {
      const letter = renderLetter(template, { ...data, ...secrets });
      const all = JSON.stringify(letter);
      expect(all).not.toMatch(/Kanarie|98765432|9 8 7 6|11112222|1 1 1 1/);
    }
  });

  it('is who asks, in a letter to an office', () => {
    const data = { ...samples()['owner-escalated'], askerGivenName: 'Kanarie', summary: 'Kanariezin' };
    expect(JSON.stringify(renderLetter('owner-escalated', data))).not.toContain('Kanarie');
  });
});

describe('what people typed', () => {
  const nasty = `<img src=x onerror="alert(1)"> & 'Jan'\r\nBcc: eve@example.invalid\u2028\u202eterug`;

  /** The same data with every text of people replaced, however deep; links and closed words stay. */
  function spoil(value: unknown, key = ''): unknown {
    if (Array.isArray(value)) return value.map((item) => spoil(item, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]));
    }
    const closed =
      /Url$|^url$|^category$|^urgency$|^why$|^reason$|^reader$|^segment$|^acceptanceId$|^code$|^kind$|^fault$|^language$/.test(
        key,
      );
    return typeof value === 'string' && !closed ? nasty : value;
  }

  it.each(Object.keys(samples()) as TemplateName[])('cannot break out of the letter "%s"', (template) => {
    const letter = renderLetter(template, spoil(samples()[template]) as never);
    expect(letter.html).not.toMatch(/<img|onerror="/);
    expect(letter.subject + letter.sms + letter.voice + letter.inbox).not.toMatch(/[\r\n\u2028\u202e]/);
    expect(letter.text).not.toMatch(/^Bcc:/m);
    expect(letter.html).not.toContain('\u202e');
    for (const { content } of letter.attachments) expect(String(content)).not.toMatch(/^Bcc:/m);
  });

  it('stays as it was typed, lines included', () => {
    const letter = renderLetter('ask', { ...samples().ask, summary: 'Boef & ik <3\nTot zo' });
    expect(letter.html).toContain('Boef &amp; ik &lt;3<br>Tot zo');
    expect(letter.text).toContain('> Boef & ik <3\n> Tot zo');
  });

  it('is cut when it is very long', () => {
    const letter = renderLetter('ask', {
      ...samples().ask,
      summary: 'a'.repeat(5_000),
      askerGivenName: 'b'.repeat(200),
    });
    expect(letter.text.length).toBeLessThan(3_500);
    expect(letter.subject.length).toBeLessThanOrEqual(120);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'geen link'])('is no link when it is %j', (url) => {
    const [first] = samples()['asker-expired'].alternatives;
    if (!first) throw new Error('the sample has alternatives');
    const letter = renderLetter('asker-expired', { ...samples()['asker-expired'], alternatives: [{ ...first, url }] });
    expect(letter.html + letter.text).not.toContain(url);
  });
});
