import { describe, expect, it } from '@jest/globals';
import ical from 'ical.js';
import { HOUR } from '@app/domain/kernel/time.js';
import { feedOf } from './feed-file.js';

const now = Date.parse('2026-11-24T13:00:00Z');
const entry = {
  sequence: 0,
  category: 'walk-dog' as const,
  neighbourhoodName: 'Rossenberg',
  path: '/afspraken/1',
  from: now + HOUR,
  until: now + 2 * HOUR,
  sure: true,
};
const kinds = ['helping', 'helped', 'turn', 'open-turn'] as const;

function titles(language: 'nl' | 'en' | 'uk' | 'tr'): string[] {
  const frame = { language, now, publicUrl: 'https://leusden.example', municipalityName: 'Leusden', isExample: false };
  const text = feedOf(
    kinds.map((kind) => ({ ...entry, id: kind, kind })),
    frame,
  );
  const events = new ical.Component(ical.parse(text) as never).getAllSubcomponents('vevent');
  return events.map((event) => String(event.getFirstPropertyValue('summary')));
}

describe('the titles of a feed', () => {
  it('are Dutch for who reads Dutch', () => {
    expect(titles('nl')).toStrictEqual([
      'Hond uitlaten in Rossenberg',
      'Een buur helpt: de hond uitlaten',
      'Zorgkring: hond uitlaten',
      'Zorgkring: hond uitlaten (nog niemand)',
    ]);
  });

  it.each(['en', 'uk', 'tr'] as const)('are in %s for who reads that', (language) => {
    const dutch = titles('nl');
    const said = titles(language);
    expect(said).toHaveLength(kinds.length);
    expect(said.filter((title) => dutch.includes(title) || /buur|kring|uitlaten/i.test(title))).toStrictEqual([]);
  });

  it('are for a gathering what everybody reads of it, with the place where it is', () => {
    const gathering = { kind: 'gathering', title: 'Mantelzorgcafé', place: 'Voorbeeldzaal' } as const;
    const { category, ...rest } = entry;
    expect(category).toBe('walk-dog');
    const text = feedOf([{ ...rest, ...gathering, id: 'one' }], {
      language: 'nl',
      now,
      publicUrl: 'https://leusden.example',
      municipalityName: 'Leusden',
      isExample: true,
    });
    expect(text).toMatch(/SUMMARY:.*Mantelzorgcafé/);
    expect(text).toContain('LOCATION:Voorbeeldzaal\\, Rossenberg\\, Leusden');
  });
});
