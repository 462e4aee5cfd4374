import type { Me } from '@app/contracts/http/people.js';

/** Where somebody begins who signed in without coming from anywhere: at what they are here for. */
export function homeOf({ capabilities }: Pick<Me, 'capabilities'>): string {
  if (capabilities.includes('coordinate')) return '/werklijst';
  if (capabilities.includes('monitor')) return '/monitor';
  return capabilities.includes('administer') ? '/gemeente' : '/vragen';
}

/** Where to go after signing in: only a path of this site, so that a link cannot lead people elsewhere. */
export function safeReturn(path: string | undefined, fallback: string): string {
  if (path === undefined || !path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return fallback;
  return path;
}

/** The sign-in page, with the way back. */
export function signInPath(backTo: string): string {
  return `/inloggen?terug=${encodeURIComponent(backTo)}`;
}

/** The page where a neighbour says what he or she is willing to do, with the way back. */
export function willingPath(backTo: string): string {
  return `/bereid?terug=${encodeURIComponent(backTo)}`;
}
