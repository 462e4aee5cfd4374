/** A drawing beside words; the words say the same, so that it is hidden from screen readers. */
export function Icon({ drawing }: { drawing: string }) {
  return <svg class="zb-icon" viewBox="0 0 24 24" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing }} />;
}
