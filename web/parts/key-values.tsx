import type { ComponentChildren, VNode } from 'preact';

export interface KeyValue {
  readonly icon: VNode;
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Facts with their names: what, when, where. */
export function KeyValues({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl class="zb-kv">
      {items.map(({ icon, label, value }) => (
        <div key={label}>
          {icon}
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
