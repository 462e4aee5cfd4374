import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { byKeyboardAlone } from './by-keyboard.js';

/** What kind of browser somebody has. */
export interface VisitorOptions {
  readonly javaScript?: boolean;
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Has no pointer: whatever is pressed, chosen or written is gone to with Tab first, and has to show that it has the focus. */
  readonly keyboardAlone?: boolean;
}

/** A person with a browser that shares nothing with that of others. */
export interface Visitor {
  readonly page: Page;
  /** Scripts that failed and what the content security policy refused. */
  readonly complaints: readonly string[];
  /** Opens a path of the service. */
  open(path: string): Promise<void>;
  /** Waits until a text is to be seen, and tells the whole of what it stands in. */
  sees(text: string | RegExp): Promise<string>;
  /** Waits until this is the heading of the page. */
  onPage(title: string | RegExp): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  follow(name: string | RegExp): Promise<void>;
  /** All that can be read now. */
  text(): Promise<string>;
  /** Asks the service over HTTP, as a script on this page would. */
  status(path: string): Promise<number>;
  leave(): Promise<void>;
}

const patienceMs = 20_000;
const heights = { narrow: 844, wide: 900 };

export async function openVisitor(browser: Browser, url: string, options: VisitorOptions): Promise<Visitor> {
  const { javaScript = true, width = 390, scheme = 'light', keyboardAlone = false } = options;
  const settings: BrowserContextOptions = {
    baseURL: url,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    javaScriptEnabled: javaScript,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    viewport: { width, height: width < 700 ? heights.narrow : heights.wide },
  };
  const context = await browser.newContext(settings);
  context.setDefaultTimeout(patienceMs);
  const opened = await context.newPage();
  const complaints = collectComplaints(opened);
  const page = keyboardAlone ? byKeyboardAlone(opened) : opened;
  return {
    page,
    complaints,
    open: async (path) => void (await page.goto(path)),
    sees: (text) => told(page, page.getByText(text).filter({ visible: true }).first().innerText()),
    onPage: (title) => told(page, page.getByRole('heading', { level: 1, name: title }).waitFor()),
    press: (name) => told(page, page.getByRole('button', { name }).click()),
    follow: (name) => told(page, page.getByRole('link', { name }).first().click()),
    text: () => page.locator('body').innerText(),
    status: async (path) => (await context.request.get(path)).status(),
    leave: () => context.close(),
  };
}

/** A step that fails says what was on the page instead. */
async function told<T>(page: Page, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`${(error as Error).message}\n\n${page.url()} shows:\n${text}`, { cause: error });
  }
}

function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on('console', (message) => {
    // The browser notes every answer of 400 and more; which of them belong here is for the journeys to say.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`${page.url()} ${message.text()}`);
    }
  });
  return complaints;
}
