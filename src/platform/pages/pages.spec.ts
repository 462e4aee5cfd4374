import { describe, expect, it } from '@jest/globals';
import { answerPage } from './answer-page.js';
import { answeredYesPage } from './answered-pages.js';
import { confirmHelpersPage } from './confirm-pages.js';
import { ask, confirm, frame, gallery, owner } from './gallery.testing.js';
import { linkGonePage } from './link-gone-page.js';
import { mailboxPage } from './mailbox-page.js';
import { outcomePage } from './outcome-pages.js';
import { problemPage } from './problem-page.js';

const pages = Object.entries(gallery);
const evil = `"><script>alert(1)</script><img src=x onerror='y'>`;

/** Values of a form's buttons in the order of the page. */
function buttons(page: string, name: string): string[] {
  return [...page.matchAll(new RegExp(`<button[^>]*name="${name}"\\s+value="([^"]*)"`, 'g'))].map(
    ([, value]) => value ?? '',
  );
}

/** What people read: no marks, no head. */
function words(page: string): string {
  return page
    .replace(/^[\s\S]*<body/, '<body')
    .replace(/<\/(h\d|p|li|dt|dd|button|a|label|option|small|strong)>/g, '. ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
}

describe.each(pages)('page %s', (_name, page) => {
  it('needs nothing the content security policy refuses', () => {
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:|src=|@import/i);
    expect([...page.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)].map(([, href]) => href)).toStrictEqual([
      '/assets/pages.css',
    ]);
  });

  it('has one main, one first heading, a title, a skip link and unique ids', () => {
    expect(page).toMatch(/^<!doctype html>\s*<html lang="nl">/);
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page.match(/<main id="inhoud"/g)).toHaveLength(1);
    expect(page).toMatch(/<title>[^<]+ - Zorgzame Buurten<\/title>/);
    expect(page).toContain('href="#inhoud"');
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is not for search engines, and leads on: telephone, privacy, accessibility', () => {
    expect(page).toContain('<meta name="robots" content="noindex, nofollow" />');
    for (const path of ['/hulp-per-telefoon', '/privacy', '/toegankelijkheid'])
      expect(page).toContain(`href="${path}"`);
  });

  it('names what every label and description refers to', () => {
    for (const [, ids] of page.matchAll(/(?:aria-labelledby|aria-describedby|for)="([^"]*)"/g)) {
      for (const id of (ids ?? '').split(' ')) expect(page).toContain(`id="${id}"`);
    }
  });

  it('sends forms to where they came from', () => {
    expect(page).not.toContain('action="');
    for (const [form] of page.matchAll(/<form[^>]*>/g)) expect(form).toMatch(/method="(post|get)"/);
  });

  it('speaks plainly: short sentences, no field words, exclamation only to thank', () => {
    const text = words(page);
    expect(text).not.toMatch(/aanvraag|urgentie|status|match|accepteren|weigeren|afwijz|annule|ongeldig|geselecteerd/i);
    expect(text.replaceAll('Dank u wel!', '')).not.toContain('!');
    for (const sentence of text.split(/[.?:]\s/))
      expect(sentence.split(' ').filter(Boolean).length).toBeLessThanOrEqual(15);
  });
});

describe('the answer page', () => {
  it('has a yes and a no of the same size in one form', () => {
    expect(buttons(gallery['answer'] ?? '', 'antwoord')).toStrictEqual(['ja', 'nee']);
    const looks = [...(gallery['answer'] ?? '').matchAll(/<button[^>]*class="([^"]*)"/g)].map(([, look]) =>
      (look ?? '').replace('utrecht-button--primary-action ', ''),
    );
    expect(looks).toStrictEqual([
      'utrecht-button zb-btn--big zb-btn--block',
      'utrecht-button zb-btn--big zb-btn--block',
    ]);
  });

  it('says who asks, what, when, where, why you, and until when', () => {
    const text = words(answerPage(frame, ask));
    for (const part of [
      'Anja vraagt u: wilt u vandaag de hond uitlaten?',
      ask.whenText,
      ask.durationText,
      'Buurt Rossenberg',
      ask.summary,
      'U woont in de buurt.',
      '14:25 uur',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('names somebody to call, and the way to a pause', () => {
    expect(gallery['answer']).toContain('href="tel:0331234567"');
    expect(gallery['answer']).toContain(`href="${String(ask.pausePath)}"`);
    expect(gallery['answer-late']).not.toContain('/pauze/');
  });

  it('speaks of no time that has passed', () => {
    expect(words(gallery['answer-late'] ?? '')).not.toMatch(/Antwoord graag voor|met spoed/);
  });

  it('leaves out a call button when no number is known', () => {
    expect(answerPage(frame, { ...ask, owner: { ...owner, phone: '' } })).not.toContain('tel:');
  });
});

describe('what people wrote', () => {
  it.each([
    answerPage(frame, {
      ...ask,
      askerGivenName: evil,
      summary: evil,
      reasons: [evil],
      whereText: evil,
      question: evil,
    }),
    answeredYesPage(frame, {
      status: 'matched',
      askerGivenName: evil,
      helpTitle: evil,
      whenText: evil,
      agreementPath: '/afspraken/1',
      owner: { ...owner, givenName: evil, organisation: evil, phone: evil },
    }),
    confirmHelpersPage(frame, {
      ...confirm,
      helperNames: [evil],
      fault: { text: evil, ofAddress: true, address: evil },
    }),
    outcomePage(
      { municipalityName: evil, isExample: true },
      { reader: 'helper', others: evil, helpTitle: '', whenText: '', owner },
    ),
    mailboxPage(frame, {
      messages: [{ id: 1, to: evil, subject: evil, receivedText: '' }],
      recipients: [evil],
      to: evil,
      open: {
        id: 1,
        to: evil,
        subject: evil,
        text: `${evil} http://a.invalid/${evil}`,
        receivedText: '',
        attachmentNames: [evil],
        mayReply: true,
      },
      tried: 'refused',
    }),
  ])('stays text (%#)', (page) => {
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img/);
  });
});

describe('after an answer', () => {
  it('a yes leads to the agreement and shows no address', () => {
    expect(gallery['yes-confirmed']).toContain('href="/afspraken/1"');
    expect(words(gallery['yes-matched'] ?? '')).toContain('Anja ziet uw voornaam en zegt of het goed is');
    expect(words(gallery['yes-confirmed'] ?? '')).not.toContain('zegt of het goed is');
  });

  it('a late yes is offered the waiting list', () => {
    expect(buttons(gallery['taken'] ?? '', 'antwoord')).toStrictEqual(['reserve']);
  });

  it('a link that is over says when it was and leads on', () => {
    const page = linkGonePage(frame, { reason: 'over', next: 'board', dayText: 'dinsdag 24 november' });
    expect(words(page)).toContain('De vraag was voor dinsdag 24 november.');
    expect(page).toContain('href="/hulpvragen"');
  });
});

describe('the confirmation', () => {
  it('asks for the address only when it is missing, and remembers who was seen', () => {
    expect(buttons(gallery['confirm'] ?? '', 'bevestig')).toStrictEqual(['ja']);
    expect(gallery['confirm']).not.toContain('name="adres"');
    expect(gallery['confirm-address']).toContain('name="adres"');
    expect(gallery['confirm']).toContain('name="gezien" value="a b"');
  });

  it('shows a fault at the top with a way to the field, and at the field', () => {
    const page = gallery['confirm-fault'] ?? '';
    expect(page).toContain('href="#adres"');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('aria-describedby="adres-uitleg adres-fout"');
    expect(page).toContain('<title>Fout: ');
  });

  it('keeps what was typed', () => {
    expect(gallery['confirm-changed']).toContain('value="Kerkpad 3"');
  });
});

describe('outcome and pause', () => {
  it('asks one question', () => {
    expect(buttons(gallery['outcome'] ?? '', 'gelukt')).toStrictEqual(['ja', 'nee']);
    expect(buttons(gallery['pause'] ?? '', 'pauze')).toStrictEqual(['1-week', '1-maand']);
    expect(buttons(gallery['pause-running'] ?? '', 'pauze')).toStrictEqual(['stop', '1-week', '1-maand']);
    expect(buttons(gallery['paused'] ?? '', 'pauze')).toStrictEqual(['stop']);
    expect(buttons(gallery['resumed'] ?? '', 'pauze')).toStrictEqual([]);
  });
});

describe('a fault', () => {
  const problem = { type: 'x', title: 'Titel', detail: 'Stuur "waitlist": true.', instance: 'kenmerk-7' } as const;

  it('speaks to people, not to programs', () => {
    const page = problemPage({ ...problem, status: 409, code: 'already-matched' }, frame);
    expect(words(page)).not.toContain('waitlist');
    expect(words(page)).toContain('Fijn dat u wilde helpen');
  });

  it('gives the mark to quote only for faults of ours', () => {
    expect(problemPage({ ...problem, status: 500, code: 'internal-error' }, frame)).toContain('kenmerk-7');
    expect(problemPage({ ...problem, status: 404, code: 'not-found' }, frame)).not.toContain('kenmerk-7');
  });
});

describe('the mailbox', () => {
  const page = gallery['mailbox-open'] ?? '';

  it('makes links of web addresses without the point behind them', () => {
    expect(page).toContain('href="http://localhost:3000/antwoord/AAAA"');
    const script = 'javascript:alert(1) data:text/html,x';
    const mail = { id: 1, to: '', subject: '', receivedText: '', attachmentNames: [], text: script, mayReply: false };
    expect(mailboxPage(frame, { messages: [], recipients: [], to: null, open: mail, tried: null })).not.toMatch(
      /href="(javascript|data)/,
    );
  });

  it('opens a message without losing the choice of whose mail', () => {
    expect(page).toContain('href="?to=jan%40voorbeeld.invalid&amp;id=2"');
    expect(page).toMatch(/<option value="jan@voorbeeld.invalid" selected>/);
  });

  it('says so when there is nothing', () => {
    expect(words(gallery['mailbox-empty'] ?? '')).toContain('Er zijn nog geen berichten');
  });
});
