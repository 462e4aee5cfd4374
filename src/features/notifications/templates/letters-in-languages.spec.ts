import { describe, expect, it } from '@jest/globals';
import type { Language } from '@app/contracts/http/vocabulary.js';
import { renderLetter } from './index.js';
import { samples } from './letters.testing.js';
import type { Letter, TemplateName } from './template-data.js';

/** What organisers get or write stays Dutch, and what goes to somebody who never chose a language. */
const toOrganisers = new Set<string>(['owner-escalated', 'role-given', 'work-waits', 'member-invitation']);
const letters = Object.entries(samples())
  .filter(([template]) => !toOrganisers.has(template))
  .map(([template, data]) => ({ template: template as TemplateName, data }));

const render = ({ template, data }: (typeof letters)[number], language: Language): Letter =>
  renderLetter(template, { ...data, language } as never);

/** Lines that we say ourselves, without names, links and what a person wrote. */
const linesOf = ({ subject, text, voice }: Letter): string[] =>
  [subject, ...text.split('\n'), ...voice.split(/(?<=[.?!]) /)].filter(
    (line) => /[a-zа-яіїєґçğıöşü]{4}/i.test(line) && !/^(> |http|-)|Boef|Rossenberg|Huiskamer|@/.test(line),
  );

describe.each(['en', 'uk', 'tr'] as const)('letters in %s', (language) => {
  it('say nothing in Dutch', () => {
    for (const sample of letters) {
      const dutch = new Set(linesOf(render(sample, 'nl')));
      const left = linesOf(render(sample, language)).filter((line) => dutch.has(line));
      // What an association or a neighbour wrote, and where else help is found, is passed on as it is.
      const own = JSON.stringify(sample.data);
      expect({ template: sample.template, left: left.filter((line) => !own.includes(line)) }).toEqual({
        template: sample.template,
        left: [],
      });
    }
  });

  it('say which language they are in', () => {
    for (const sample of letters) expect(render(sample, language).html).toContain(`<html lang="${language}">`);
  });

  it('hold every link that the Dutch letter holds', () => {
    const links = ({ html }: Letter): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url);
    for (const sample of letters) expect(links(render(sample, language))).toEqual(links(render(sample, 'nl')));
  });

  it('begin the subject of a code with the code, where a telephone finds it', () => {
    for (const sample of letters.filter(({ template }) => template === 'sign-in-code')) {
      expect(render(sample, language).subject).toMatch(/^\d{6} /);
    }
  });
});

it('writes days, hours and numbers as Ukrainian does', () => {
  const reminder = letters.find(({ template }) => template === 'reminder');
  expect(reminder).toBeDefined();
  if (!reminder) return;
  const { text } = render(reminder, 'uk');
  expect(text).toContain('20 хвилин');
  expect(text).toMatch(/сьогодні|завтра|четвер/i);
});
