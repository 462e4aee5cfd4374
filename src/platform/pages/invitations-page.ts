import { html } from './html.js';
import { buttonLink, choiceButton, heading, oneColumn, statusPanel } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';

const titles = {
  asks: 'Geen uitnodigingen meer',
  off: 'U krijgt geen uitnodigingen meer',
  on: 'U krijgt weer uitnodigingen',
} as const;

/** Letters of coordinators about helping: to stop them, or to have them again. */
export function invitationsPage(frame: PageFrame, state: keyof typeof titles): string {
  const title = titles[state];
  const body = oneColumn(
    heading(
      title,
      ...(state === 'asks' ? ['Een uitnodiging is een brief van uw coördinator over helpen in de buurt.'] : []),
    ),
    state === 'off' &&
      statusPanel('ok', 'Dat is geregeld', 'Vragen van buren krijgt u nog wel. Uw afspraken blijven staan.'),
    state === 'on' && statusPanel('ok', 'Dat is geregeld', 'Hoogstens 1 keer in 90 dagen. Stoppen mag altijd.'),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${
        state === 'off'
          ? choiceButton({ name: 'uitnodigingen', value: 'aan', text: 'Ik wil toch weer uitnodigingen' })
          : choiceButton({
              name: 'uitnodigingen',
              value: 'uit',
              text: 'Stuur mij geen uitnodigingen',
              isMain: state === 'asks',
            })
      }
      <p class="zb-soft">U hoeft niet in te loggen en geen reden te geven.</p>
    </form>`,
    html`<p>${buttonLink('/mijn-hulp', 'Kies wat en hoe vaak', 'secondary-action')}</p>`,
  );
  return renderPage({ ...frame, title, body });
}
