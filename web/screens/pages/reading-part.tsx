import type { ComponentChildren } from 'preact';

interface ReadingPartProps {
  readonly heading: string;
  readonly text?: string;
  readonly children?: ComponentChildren;
}

/** One heading of a page to read, with a paragraph, a list or both under it. */
export function ReadingPart({ heading, text, children }: ReadingPartProps) {
  return (
    <section class="zb-flow zb-flow--xs zb-measure">
      <h2 class="utrecht-heading-2">{heading}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {children ?? null}
    </section>
  );
}

/** Short lines under a heading. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="zb-bullets">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
