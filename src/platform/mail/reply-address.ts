/** 128 bits in hexadecimal: mail servers on the way may change capitals, so the letters must not tell them apart. */
const shape = /^[0-9a-f]{32}$/;

/**
 * The address of ours with a secret in it: `antwoord@host` becomes `antwoord+0f..9c@host`.
 * @param secret 128 bits in base64url, as links have it
 */
export function replyAddress(address: string, secret: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${Buffer.from(secret, 'base64url').toString('hex')}${address.slice(at)}`;
}

/** The secret in an address of ours, in base64url; undefined when it is no such address. */
export function secretIn(ours: string, address: string): string | undefined {
  const [own, given] = [ours.toLowerCase(), address.toLowerCase()];
  const at = own.lastIndexOf('@');
  const [begin, end] = [`${own.slice(0, at)}+`, own.slice(at)];
  if (!given.startsWith(begin) || !given.endsWith(end)) return undefined;
  const secret = given.slice(begin.length, given.length - end.length);
  return shape.test(secret) ? Buffer.from(secret, 'hex').toString('base64url') : undefined;
}
