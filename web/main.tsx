import { hydrate, render } from 'preact';
import { App } from './app.js';
import { showAsChosen } from './display/display.js';
import { isDemonstration } from './frame/banners.js';
import { keepFocus } from './frame/keep-focus.js';
import { language } from './messages/language.js';
import { loadPlaces } from './places/places.js';
import { startWorker } from './offline/app-worker.js';
import { isEmpty } from './session/kept.js';
import { startSession } from './session/session.js';

/** The words of the first page are for who was never here; anything kept on this device may show another page. */
const isAsMade = isEmpty() && location.pathname === '/';

document.documentElement.lang = language;
isDemonstration.value = document.querySelector('meta[name="zb-demonstration"]') !== null;
showAsChosen();
startSession();
void loadPlaces();
addEventListener('online', () => void loadPlaces());
keepFocus();

const root = document.getElementById('app');
if (root !== null && root.firstChild !== null && isAsMade) hydrate(<App />, root);
else if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
}
// The first page comes first; only then the files that are kept for later.
addEventListener('load', () => void startWorker());
