/**
 * Runs in the page: what cannot be pressed once it is scrolled to, going down and going up, because something else lies over it
 * or it lies outside.
 */
export function controlsCovered(): string[] {
  const before = [scrollX, scrollY] as const;
  const isUsed = (one: HTMLElement): boolean => {
    const { width, height } = one.getBoundingClientRect();
    const isShown =
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      getComputedStyle(one).pointerEvents !== 'none';
    return width > 1 && height > 1 && isShown && one.closest('svg, [disabled], .leaflet-container') === null;
  };
  const controls = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
  ].filter((one) => isUsed(one));
  const belongs = (above: Element | null, one: HTMLElement): boolean =>
    above !== null && (one.contains(above) || above.contains(one) || above.closest('label')?.contains(one) === true);
  const covered = new Set<string>();
  const open = document.querySelector('dialog:modal');
  const look = (one: HTMLElement): void => {
    if (open !== null && !open.contains(one)) return;
    one.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const [{ left, top, width, bottom } = new DOMRect()] = one.getClientRects();
    const isReached = [top + 3, (top + bottom) / 2, bottom - 3].some((y) =>
      belongs(document.elementFromPoint(left + width / 2, y), one),
    );
    // A skip link stands above the page until it has the focus.
    if (!isReached && !/skip-link/.test(one.className)) {
      covered.add(`cannot be pressed: ${(one.innerText || one.id || one.className).slice(0, 40)}`);
    }
  };
  for (const one of controls) look(one);
  for (const one of controls.toReversed()) look(one);
  scrollTo(...before);
  return [...covered];
}
