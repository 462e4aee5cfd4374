import { t } from '../../messages/texts.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { usePage } from '../../parts/use-page.js';
import { ReadingPart } from './reading-part.js';

function Steps({ heading, steps }: { heading: string; steps: readonly string[] }) {
  return (
    <section class="zb-card zb-flow zb-flow--s" aria-label={heading}>
      <h2 class="utrecht-heading-2">{heading}</h2>
      <ol class="zb-steps">
        {steps.map((step) => (
          <li key={step}>
            <p>{step}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The whole of it, for who asks and for who helps. */
export default function HowItWorksScreen() {
  const { title, lead, asking, helping, nobody, chosen, cost } = t.openness.how;
  usePage(title);
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs zb-measure">
        <h1 class="utrecht-heading-1">{title}</h1>
        <p>{lead}</p>
      </div>
      <div class="zb-cols zb-cols--2">
        <Steps heading={asking.heading} steps={asking.steps} />
        <Steps heading={helping.heading} steps={helping.steps} />
      </div>
      <ReadingPart heading={nobody.heading} text={nobody.text} />
      <ReadingPart heading={chosen.heading} text={chosen.text} />
      <ReadingPart heading={cost.heading} text={cost.text} />
      <p>
        <TextLink href="/wat-buren-doen">{t.openness.doing.title}</TextLink>
      </p>
      <div class="zb-row">
        <ActionLink href="/vraag">{t.start.ask.title}</ActionLink>
        <ActionLink kind="secondary-action" href="/bereid">
          {t.frame.footer.willing}
        </ActionLink>
      </div>
    </div>
  );
}
