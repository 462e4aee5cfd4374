import { t } from '../messages/texts.js';

/** Says that something is coming; the grey bars stand still. */
export function Loading({ text = t.frame.loading }: { text?: string }) {
  return (
    <section class="zb-card zb-flow" aria-busy="true" aria-label={text}>
      <p role="status">{text}</p>
      <div class="zb-skel zb-skel--60" />
      <div class="zb-skel zb-skel--85" />
      <div class="zb-skel zb-skel--40" />
    </section>
  );
}
