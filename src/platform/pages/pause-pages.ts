import { html } from './html.js';
import { buttonLink, choiceButton, faultAlert, heading, oneColumn, statusPanel, textLink } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';

export interface PausePageData {
  /** `dinsdag 1 december` when no questions come until that day; null when they do come. */
  readonly pausedUntilText: string | null;
  readonly fault?: string | undefined;
}

/** No questions for a while, or questions again. */
export function pausePage(frame: PageFrame, { pausedUntilText, fault }: PausePageData): string {
  const paused = pausedUntilText !== null;
  const body = oneColumn(
    fault !== undefined && faultAlert(fault),
    heading('Even geen vragen', 'U krijgt dan geen nieuwe vragen van buren. Uw afspraken blijven staan.'),
    paused && statusPanel('wait', `U krijgt geen vragen tot ${pausedUntilText}`),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${paused && choiceButton({ name: 'pauze', value: 'stop', text: 'Ik wil weer vragen krijgen', isMain: true })}
      ${choiceButton({ name: 'pauze', value: '1-week', text: '1 week geen vragen' })}
      ${choiceButton({ name: 'pauze', value: '1-maand', text: '1 maand geen vragen' })}
      <p class="zb-soft">U hoeft niet in te loggen en geen reden te geven.</p>
    </form>`,
    html`<p>${textLink('/bereid', 'Ik wil minder of andere vragen')}</p>`,
  );
  return renderPage({ ...frame, title: `${fault === undefined ? '' : 'Fout: '}Even geen vragen`, body });
}

/** What was chosen; without a day the questions come again. */
export function pausedPage(frame: PageFrame, { pausedUntilText }: { readonly pausedUntilText: string | null }): string {
  const paused = pausedUntilText !== null;
  const title = paused ? 'U heeft pauze' : 'U krijgt weer vragen';
  const body = oneColumn(
    heading(title),
    paused
      ? statusPanel('ok', `U krijgt geen vragen tot ${pausedUntilText}`, 'Daarna mogen buren u weer vragen.')
      : statusPanel('ok', 'Fijn. Wij vragen u als een buur u nodig heeft', 'Nee zeggen mag altijd, zonder reden.'),
    paused &&
      html`<form method="post">
        <button class="utrecht-button" type="submit" name="pauze" value="stop">Ik wil toch weer vragen krijgen</button>
      </form>`,
    html`<p>${buttonLink('/bereid', 'Kies wat en hoe vaak', 'secondary-action')}</p>`,
  );
  return renderPage({ ...frame, title, body });
}
