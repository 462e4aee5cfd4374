/** Everything the app keeps on this device has a name that begins with this. */
const PREFIX = 'zb-';

/** How this device shows the app. It says nothing about a person and stays when somebody signs out. */
const ofTheDevice = new Set(['language', 'letters', 'theme'].map((name) => PREFIX + name));

/** Reads something kept on this device; the fallback when nothing is kept or the content is damaged. */
export function kept<T>(name: string, fallback: T): T {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

/** Keeps something on this device, or forgets it when given nothing. A full or closed store is no error. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Private windows may refuse: the app then works without memory.
  }
}

/** Forgets what was kept under names that begin so, where the content says so. */
export function forgetEach(beginning: string, goes: (content: unknown) => boolean): void {
  for (const name of namesKept()) {
    if (name.startsWith(beginning) && goes(kept<unknown>(name, undefined))) keep(name, undefined);
  }
}

function namesKept(): readonly string[] {
  try {
    return Object.keys(localStorage).flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
  } catch {
    return [];
  }
}

/** True when nothing is kept here, or nothing can be. */
export function isEmpty(): boolean {
  return namesKept().length === 0;
}

/** Forgets everything of the person, for who signs out on a shared device. */
export function forgetAll(): void {
  for (const name of namesKept()) if (!ofTheDevice.has(PREFIX + name)) keep(name, undefined);
}
