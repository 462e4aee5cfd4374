import { renderToString } from 'preact-render-to-string';
import { App } from '../app.js';
import { isDemonstration } from '../frame/banners.js';
import { t } from '../messages/texts.js';
import { me } from '../session/session.js';

/** The first page as a guest sees it who was never here, in HTML, with its title. Called by the build. */
export function firstPage(demonstration: boolean): { readonly title: string; readonly html: string } {
  me.value = null;
  isDemonstration.value = demonstration;
  return { title: t.frame.title(t.start.title), html: renderToString(<App />) };
}
