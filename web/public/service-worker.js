// Shows messages that were pushed to this browser. It stores no page and no answer on the device.

self.addEventListener('install', () => void self.skipWaiting());
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
  const { title, body, tag, url } = read(event);
  const options = { body, tag, lang: 'nl', icon: '/favicon.svg', data: { url } };
  event.waitUntil(self.registration.showNotification(title ?? 'Zorgzame Buurten', options));
});

/** Only pages of our own are opened, whatever a message says. */
function ownPage(url) {
  const page = URL.canParse(url ?? '/', self.location.origin) ? new URL(url ?? '/', self.location.origin) : undefined;
  return page?.origin === self.location.origin ? page.href : `${self.location.origin}/`;
}

async function open(url) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find((window) => window.url === url);
  return there ? there.focus() : self.clients.openWindow(url);
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(ownPage(event.notification.data?.url)));
});
