import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = join(import.meta.dirname, '../../libs/twin');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

/** Names that only the domain may define: whoever makes one here is writing a second planner. */
const plannerNames =
  /\b(?:function|const|class)\s+(?:planWave|poolOf|priceOf|coverOf|willingness|roundGoal|missingCover|comingCover|yesStillToCome|learn[A-Z]\w*|eligibilityRefusal|sendRefusal|invitationRefusal|segmentOf|assign|heldOutOf|effectOf|lettersUntil|measuredAt|decayedFatigue|asksInLast7Days|isQuiet|isAskingHour|decide|evolve)\b/;
/** What waves are weighed with; the twin may hand these numbers on but never compute with them. */
const plannerArithmetic =
  /\b(?:newcomerValue|fairnessPrice|fatiguePrice|uncertaintyBonus|overallTarget|firstTarget|laterTarget)\s*[*/+-]/;

const importing = (what: RegExp): readonly string[] =>
  sources.filter(({ text }) => what.test(text)).map(({ path }) => path);

describe('the twin has no planner of its own', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(10);
  });

  it('defines nothing that the product plans with', () => {
    expect(sources.filter(({ text }) => plannerNames.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('weighs no asks itself', () => {
    expect(sources.filter(({ text }) => plannerArithmetic.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('would see a planner', () => {
    expect(plannerNames.test('export function planWave(input: WaveInput)')).toBe(true);
    expect(plannerArithmetic.test('price / policy.newcomerValue * 2')).toBe(true);
  });

  it.each([
    'planWave',
    'learnFromClosedRequest',
    'sendRefusal',
    'eligibilityRefusal',
    'decide',
    'isQuiet',
    'afterAsk',
    'invitationRefusal',
    'segmentOf',
    'assign',
    'lettersUntil',
    'measuredAt',
  ])('uses the product for %s', (name) => {
    expect(importing(new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[./]+/domain/`)).length).toBeGreaterThan(0);
  });

  it.each(['sendRefusal', 'invitationRefusal'])('sends no letter of a campaign without asking %s', (name) => {
    const campaign = sources.find(({ path }) => path === join('campaign', 'campaign.ts'));
    expect(campaign?.text).toMatch(new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[./]+/domain/`));
    expect(campaign?.text).toMatch(new RegExp(`= ${name}\\(`));
  });

  it('imports of our code the domain only', () => {
    expect(importing(/from '(?:\.\.\/)+(?!domain\/)(?:src|web|bin|test|contracts|libs)\b|from '@app\//)).toEqual([]);
  });

  it('lets no policy but the oracle see the truth', () => {
    const seeing = importing(/from '[./]*world\/truth\.js'/).filter((path) => path.startsWith('policies'));
    expect(seeing).toEqual([join('policies', 'oracle.ts')]);
    const readingEffects = sources.filter(
      ({ path, text }) => path.startsWith('policies') && /people\.effect/.test(text),
    );
    expect(readingEffects.map(({ path }) => path)).toEqual([join('policies', 'oracle.ts')]);
  });
});
