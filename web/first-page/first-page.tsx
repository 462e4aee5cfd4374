import { renderToString } from 'preact-render-to-string';
import { App } from '../app.js';
import { isDemonstration } from '../frame/banners.js';
import { t } from '../messages/texts.js';
import { me } from '../session/session.js';

const titles = { start: t.start.title, 'not-found': t.pages.notFound.title };

/** The page at this address as a guest sees it who was never here, in HTML, with its title. Called by the build. */
export function madePage(
  name: keyof typeof titles,
  demonstration: boolean,
): { readonly title: string; readonly html: string } {
  me.value = null;
  isDemonstration.value = demonstration;
  return { title: t.frame.title(titles[name]), html: renderToString(<App />) };
}
