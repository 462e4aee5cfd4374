/** A house with one lit window. */
export function Logo() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <path d="M4 18 20 4l16 14v18H4z" fill="currentColor" />
      <path d="M14 36V20h12v16z" fill="var(--zb-logo-light)" />
      <path d="M14 20l7 3v13h-7z" fill="var(--zb-logo-shade)" />
    </svg>
  );
}
