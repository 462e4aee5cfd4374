const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whether one of these names stands in a text as a word or as words of its own, whatever its capitals and accents. */
export function namesIn(text: string, names: readonly string[]): boolean {
  const words = ` ${plain(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return names
    .map((name) =>
      plain(name)
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .some((name) => name !== '' && words.includes(` ${name} `));
}
