import { afterAll, describe, expect, it } from '@jest/globals';
import { launchBrowser } from '../support/browser.js';

const launched = launchBrowser();
afterAll(async () => (await launched).close());

describe('the browser of the tests', () => {
  it('runs scripts in two contexts that share no storage', async () => {
    const browser = await launched;
    const [one, other] = await Promise.all([browser.newContext(), browser.newContext()]);
    await one.addCookies([{ name: 'mine', value: '1', url: 'http://localhost' }]);
    const page = await other.newPage();
    await page.setContent('<h1>Hallo</h1>');
    expect(await page.evaluate<string>('document.querySelector("h1").textContent')).toBe('Hallo');
    expect(await other.cookies()).toEqual([]);
  }, 60_000);
});
