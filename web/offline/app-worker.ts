import { signal } from '@preact/signals';

const WORKER = '/service-worker.js';

/** True when a newer version of the app is ready and waits for the reader to agree. */
export const updateReady = signal(false);

let waiting: ServiceWorker | null = null;

function offer(worker: ServiceWorker | null): void {
  // The first version of all has nothing to take over from.
  if (worker === null || navigator.serviceWorker.controller === null) return;
  waiting = worker;
  updateReady.value = true;
}

function watch(registration: ServiceWorkerRegistration): void {
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer(registration.waiting);
    });
  });
  // An app that stays open for days would never hear of a newer version.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}

/** Lets the app work without internet, where the browser can. */
export async function startWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    watch(await navigator.serviceWorker.register(WORKER));
  } catch {
    // Private windows may refuse: the app then works with internet only.
  }
}

/** Loads the newer version. Called when the reader agrees, because words in a form that were not sent are lost. */
export function takeUpdate(): void {
  // The reader agreed in another tab already: the newer version is there, and only this page is still of the old one.
  if (waiting?.state !== 'installed') {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window, is told
  waiting.postMessage('take-over');
}
