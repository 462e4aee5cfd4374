import { html } from './html.js';
import { buttonLink, choiceButton, faultAlert, heading, oneColumn, statusPanel, textLink } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';
import { pageWords } from './words/page-words.js';

export interface PausePageData {
  /** `dinsdag 1 december` when no questions come until that day; null when they do come. */
  readonly pausedUntilText: string | null;
  readonly fault?: string | undefined;
}

/** No questions for a while, or questions again. */
export function pausePage(frame: PageFrame, { pausedUntilText, fault }: PausePageData): string {
  const words = pageWords(frame);
  const say = words.pause;
  const paused = pausedUntilText !== null;
  const body = oneColumn(
    fault !== undefined && faultAlert(fault),
    heading(say.title, say.lead),
    paused && statusPanel(words, 'wait', say.until(pausedUntilText)),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${paused && choiceButton({ name: 'pauze', value: 'stop', text: say.stop, isMain: true })}
      ${choiceButton({ name: 'pauze', value: '1-week', text: say.week })}
      ${choiceButton({ name: 'pauze', value: '1-maand', text: say.month })}
      <p class="zb-soft">${words.noSignInNoReason}</p>
    </form>`,
    html`<p>${textLink('/bereid', words.otherWishes)}</p>`,
  );
  return renderPage({ ...frame, title: fault === undefined ? say.title : words.frame.fault(say.title), body });
}

/** What was chosen; without a day the questions come again. */
export function pausedPage(frame: PageFrame, { pausedUntilText }: { readonly pausedUntilText: string | null }): string {
  const words = pageWords(frame);
  const say = words.pause;
  const paused = pausedUntilText !== null;
  const title = paused ? say.pausedTitle : say.againTitle;
  const body = oneColumn(
    heading(title),
    paused
      ? statusPanel(words, 'ok', say.until(pausedUntilText), say.after)
      : statusPanel(words, 'ok', say.again, say.free),
    paused &&
      html`<form method="post">
        <button class="utrecht-button" type="submit" name="pauze" value="stop">${say.stopAfterAll}</button>
      </form>`,
    html`<p>${buttonLink('/bereid', words.whatAndHowOften, 'secondary-action')}</p>`,
  );
  return renderPage({ ...frame, title, body });
}
