import { chromium, type Browser } from 'playwright-core';
import { browserProgram } from './chromium.js';

/** Starts a Chromium without a screen. Close it when the suite is done. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await browserProgram();
  const inherited = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return chromium.launch({
    executablePath,
    env: { ...Object.fromEntries(inherited), ...env },
    // Chromium's own sandbox does not work as root; the pages under test are our own.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
      // A container's /dev/shm is often too small for a browser.
      '--disable-dev-shm-usage',
    ],
  });
}
