/**
 * Every screen of the app by its address: the app chooses its screen by this list and the server knows by it which addresses
 * exist. The first that fits counts, so that a page that is named stands before an item by its id. `:id` is an identifier of
 * ours, other parts that begin with a colon are any word, and a question mark says that the part may be left out.
 */
export const screenPaths = [
  '/werklijst/telefoon',
  '/werklijst/meldingen',
  '/werklijst/afwezig',
  '/werklijst/loket',
  '/werklijst/bedankjes',
  '/werklijst/ontmoetingen/:part?',
  '/werklijst/vertrouwen',
  '/werklijst/uitnodigen',
  '/werklijst/:id/bellen',
  '/werklijst/:id?',
  '/monitor/publiceren',
  '/monitor/campagnes',
  '/monitor',
  '/hoe-kiest-het-systeem',
  '/vereniging/instellingen/:id?',
  '/vereniging/mensen/:id?',
  '/gemeente',
  '/gemeente/voorbereiden/:id/:step?',
  '/gemeente/bestanden',
  '/gemeente/meningen',
  '/',
  '/vraag/:step?',
  '/vragen',
  '/vragen/:id',
  '/vragen/:id/wijzig',
  '/hulpvragen',
  '/hulpvragen/:id',
  '/afspraken',
  '/afspraken/:id',
  '/kring',
  '/kring/mee',
  '/kring/:id/:part?',
  '/inloggen',
  '/bereid/:step?',
  '/gevraagd',
  '/mijn-hulp/:part?',
  '/gegevens/:part?',
  '/gewist',
  '/uitnodigen',
  '/loket',
  '/mijn-vragen-aan-het-loket',
  '/volg',
  '/borg/:code?',
  '/wie-keek',
  '/melden',
  '/maatregelen',
  '/blokkades',
  '/hulp-per-telefoon',
  '/zo-werkt-het',
  '/wat-buren-doen',
  '/bedankt',
  '/ontmoetingen',
  '/ontmoetingen/:id',
  '/uw-mening',
  '/privacy',
  '/toegankelijkheid',
] as const;

export type ScreenPath = (typeof screenPaths)[number];

/** A screen, with the identifier in its address when it has one. */
export interface FoundScreen {
  readonly path: ScreenPath;
  readonly id?: string;
}

const identifier = '(?<id>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})';

function partPattern(part: string): string {
  if (!part.startsWith(':')) return `/${part}`;
  const one = part.startsWith(':id') ? `/${identifier}` : '/[^/]+';
  return part.endsWith('?') ? `(?:${one})?` : one;
}

const patterns = screenPaths.map((path) => {
  const parts = path.split('/').filter((part) => part !== '');
  return { path, pattern: new RegExp(`^${parts.map(partPattern).join('')}/*$`, 'i') };
});

/** The screen at the path of an address, without its query; undefined when there is none. */
export function screenAt(pathname: string): FoundScreen | undefined {
  for (const { path, pattern } of patterns) {
    const found = pattern.exec(pathname);
    if (found === null) continue;
    const id = found.groups?.['id'];
    return id === undefined ? { path } : { path, id };
  }
  return undefined;
}
