import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { quarterLater, quarterOf, type Quarter } from '@app/domain/participation/index.js';
import { signIn } from './ask-wizard.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let reader: Visitor;
let quarter: Quarter;

beforeAll(async () => {
  at = await Demonstration.start();
  reader = await at.visitor({ javaScript: false });
  quarter = quarterLater(quarterOf(new Date(await at.now()).toISOString().slice(0, 10)), -1);
});
afterAll(() => at.stop());

/** Publishes as a script on the page of a signed-in visitor would. */
function publish(visitor: Visitor): Promise<number> {
  return visitor.page.evaluate(async (wanted) => {
    const answer = await fetch('/v1/municipalities/GM0327/publications', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ quarter: wanted }),
    });
    return answer.status;
  }, quarter);
}

describe('the public figures', () => {
  it('say that there are none yet', async () => {
    const looked = await at.visitor();
    await looked.open('/cijfers');
    expect(await faultsOf(looked, { name: 'cijfers-leeg', title: 'Er zijn nog geen cijfers' })).toEqual([]);
  });

  it('are published by who follows the municipality, and by nobody without that role', async () => {
    const [neighbour, monitor] = [await at.visitor(), await at.visitor()];
    await signIn(at, neighbour, 'jan@voorbeeld.invalid', '/privacy');
    await neighbour.onPage('Privacy');
    expect(await publish(neighbour)).toBe(403);
    await signIn(at, monitor, 'lariks@voorbeeld.invalid', '/privacy');
    await monitor.onPage('Privacy');
    expect(await publish(monitor)).toBe(201);
  });

  it('can be read without a script, and found by the keyboard', async () => {
    await reader.open('/cijfers');
    await reader.onPage(/^Cijfers Leusden/);
    await reader.sees('Van bereikt naar helpen');
    const wide = await at.visitor();
    await wide.open(`/cijfers/${quarter}`);
    const inspection = {
      name: 'cijfers',
      title: /^Cijfers Leusden/,
      shows: 'Tijd tot een buur ja zegt',
      inTheDark: true,
    };
    expect(await faultsOf(wide, inspection)).toEqual([]);
    const passed: string[] = [];
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await wide.page.keyboard.press('Tab');
      passed.push(await wide.page.evaluate(() => document.activeElement?.getAttribute('aria-labelledby') ?? ''));
    }
    expect(passed).toContain('tabel-funnel');
  });
});
