import { t } from '../messages/texts.js';
import { ActionLink } from './action.js';

/** The way to a circle, where somebody looks at what they ask or do. */
export function CircleLink() {
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--s zb-measure" aria-labelledby="circle">
      <h2 class="utrecht-heading-3" id="circle">
        {t.circles.linkTitle}
      </h2>
      <p>{t.circles.linkText}</p>
      <div class="zb-row">
        <ActionLink kind="secondary-action" href="/kring">
          {t.circles.link}
        </ActionLink>
      </div>
    </section>
  );
}
