import { html } from './html.js';
import { buttonLink, choiceButton, heading, oneColumn, statusPanel } from './page-parts.js';
import { renderPage, type PageFrame } from './render-page.js';
import { pageWords } from './words/page-words.js';

/** Letters of coordinators about helping: to stop them, or to have them again. */
export function invitationsPage(frame: PageFrame, state: 'asks' | 'off' | 'on'): string {
  const words = pageWords(frame);
  const say = words.invitations;
  const title = say.titles[state];
  const body = oneColumn(
    heading(title, ...(state === 'asks' ? [say.what] : [])),
    state !== 'asks' && statusPanel(words, 'ok', say.done, say[state]),
    html`<form class="zb-flow zb-flow--s" method="post">
      ${
        state === 'off'
          ? choiceButton({ name: 'uitnodigingen', value: 'aan', text: say.again })
          : choiceButton({ name: 'uitnodigingen', value: 'uit', text: say.stop, isMain: state === 'asks' })
      }
      <p class="zb-soft">${words.noSignInNoReason}</p>
    </form>`,
    html`<p>${buttonLink('/mijn-hulp', words.whatAndHowOften, 'secondary-action')}</p>`,
  );
  return renderPage({ ...frame, title, body });
}
