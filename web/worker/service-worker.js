// The one worker of the app: keeps the program (no page with data, no answer) for when there is no internet, and shows
// messages that were pushed to this browser.
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { serverPath } from '../../libs/contracts/pages/server-paths.ts';

// The build puts the list of files with their versions here.
precacheAndRoute(__PROGRAM__);
const fromShelf = createHandlerBoundToURL('/');

/** The network first, so that nobody looks at an old version while there is a newer one. */
async function open(options) {
  try {
    return await fetch(options.request);
  } catch {
    return fromShelf(options);
  }
}
registerRoute(new NavigationRoute(open, { denylist: [serverPath] }));

// A new version waits until the reader agrees: files of the old one may still be needed by an open page.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** A message as the service wrote it; anything else shows as one without words. */
function read(event) {
  try {
    return event.data?.json() ?? {};
  } catch {
    return {};
  }
}

self.addEventListener('push', (event) => {
  const { title, body, tag, url, lang } = read(event);
  const options = { body, tag, lang: lang ?? 'nl', icon: '/assets/icon-192.png', data: { url } };
  event.waitUntil(self.registration.showNotification(title ?? 'Zorgzame Buurten', options));
});

/** Only pages of our own are opened, whatever a message says. */
function ownPage(url) {
  const page = URL.canParse(url ?? '/', self.location.origin) ? new URL(url ?? '/', self.location.origin) : undefined;
  return page?.origin === self.location.origin ? page.href : `${self.location.origin}/`;
}

async function show(url) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find((window) => window.url === url);
  return there ? there.focus() : self.clients.openWindow(url);
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(ownPage(event.notification.data?.url)));
});
