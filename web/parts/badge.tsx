import type { ComponentChildren } from 'preact';

export type BadgeKind = 'danger' | 'warning' | 'safe' | 'active' | 'neutral';

export function Badge({ kind, children }: { kind: BadgeKind; children: ComponentChildren }) {
  return <span class={`utrecht-badge-status utrecht-badge-status--${kind}`}>{children}</span>;
}
