/** The superuser's address of the maintenance database, pointed at the database that the owner uses. */
export function superuserOn(superuserUrl: string, ownerUrl: string): string {
  const url = new URL(superuserUrl);
  url.pathname = new URL(ownerUrl).pathname;
  return url.href;
}
