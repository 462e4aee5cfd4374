/** Rows of a file of members for a bench; one in `brokenEvery` has no address. */
export const memberRows = 100_000;
export const brokenEvery = 100;

export function* memberLines(codes: readonly string[]): Generator<string> {
  yield 'e-mail;voornaam;achternaam;buurtcode\r\n';
  for (let row = 1; row <= memberRows; row += 1) {
    const email = row % brokenEvery === 0 ? 'geen-adres' : `lid${row}@example.invalid`;
    yield `${email};Voornaam${row};Achternaam-${row};${codes[row % codes.length] ?? ''}\r\n`;
  }
}
