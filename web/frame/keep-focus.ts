/** Parts of a page that say by themselves where somebody is. */
const partsOfPage = 'main, section, article, li, form, fieldset';

/** A dialog closes, and a screen that moves the focus itself does so, once the page is drawn. */
const onceDrawnMs = 100;

/**
 * An act often takes away the very button that was pressed, and with it the place of who works with the keyboard or a
 * screen reader. The focus then goes to the nearest part of the page that is still there, unless a screen chose another.
 */
export function keepFocus(page: Document = document): void {
  let focused: Element | null = null;
  let around: readonly HTMLElement[] = [];
  page.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    focused = target;
    around = placesAround(target);
  });
  new MutationObserver(() => {
    if (focused === null || focused.isConnected) return;
    focused = null;
    const places = around;
    setTimeout(() => {
      const active = page.activeElement;
      if (active === null || active === page.body) stayAt(places);
    }, onceDrawnMs);
  }).observe(page.body, { childList: true, subtree: true });
}

function placesAround(target: Element): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let place = target.closest<HTMLElement>(partsOfPage); place !== null;) {
    found.push(place);
    place = place.parentElement?.closest<HTMLElement>(partsOfPage) ?? null;
  }
  return found;
}

function stayAt(around: readonly HTMLElement[]): void {
  const place = around.find((part) => part.isConnected);
  if (place === undefined) return;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
