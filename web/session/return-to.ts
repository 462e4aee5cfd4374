/** Where to go after signing in: only a path of this site, so that a link cannot lead people elsewhere. */
export function safeReturn(path: string | undefined, fallback = '/vragen'): string {
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
