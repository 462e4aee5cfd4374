import { render } from 'preact';
import { App } from './app.js';
import { showAsChosen } from './display/display.js';
import { language } from './messages/language.js';
import { loadPlaces } from './places/places.js';
import { startWorker } from './offline/app-worker.js';
import { startSession } from './session/session.js';

document.documentElement.lang = language;
showAsChosen();
startSession();
void loadPlaces();

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
// The first page comes first; only then the files that are kept for later.
addEventListener('load', () => void startWorker());
