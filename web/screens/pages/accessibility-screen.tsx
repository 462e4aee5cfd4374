import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { usePage } from '../../parts/use-page.js';
import { places } from '../../places/places.js';
import { CallCard } from './call-card.js';
import { Lines, ReadingPart } from './reading-part.js';

/** The accessibility statement, after the Dutch model: what holds, what does not yet, and where to go with a complaint. */
export default function AccessibilityScreen() {
  const texts = t.openness.accessibility;
  usePage(texts.title);
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs zb-measure">
        <h1 class="utrecht-heading-1">{texts.title}</h1>
        <p>{texts.lead(places.value?.municipality ?? '')}</p>
      </div>
      <ReadingPart heading={texts.statusHeading}>
        <p>
          <strong>{texts.status}</strong> {texts.statusText}
        </p>
      </ReadingPart>
      <ReadingPart heading={texts.ruleHeading} text={texts.rule} />
      <ReadingPart heading={texts.doneHeading}>
        <Lines lines={texts.done} />
      </ReadingPart>
      <ReadingPart heading={texts.openHeading}>
        <Lines lines={texts.open} />
      </ReadingPart>
      <ReadingPart heading={texts.helpHeading} text={texts.help}>
        <p>
          <ActionLink kind="secondary-action" href="/uw-mening?over=broken">
            {texts.tell}
          </ActionLink>
        </p>
        <p>{texts.ombudsman}</p>
      </ReadingPart>
      <ReadingPart heading={texts.dateHeading} text={texts.date} />
      <CallCard question={texts.question} />
    </div>
  );
}
