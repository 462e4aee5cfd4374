/** First parts of paths that the server answers itself; every other path is a screen of the app. */
const serverPaths = [
  'v1',
  'demo',
  'assets',
  'antwoord',
  'bevestigen',
  'afloop',
  'pauze',
  'afzeggen',
  'geen-uitnodigingen',
  'agenda',
  'bellen',
  'cijfers',
  'realtime',
  'metrics',
] as const;

/** Matches a path, with or without a query, that is no screen of the app. */
export const serverPath = new RegExp(`^/(${serverPaths.join('|')})(/|\\?|$)`);

/** Matches every other path. */
export const appPath = new RegExp(`^/(?!(${serverPaths.join('|')})(/|\\?|$))`);
