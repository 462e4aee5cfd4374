import { t } from '../../messages/texts.js';
import { places } from '../../places/places.js';
import { usePage } from '../../parts/use-page.js';
import { CallCard } from './call-card.js';
import { ReadingPart } from './reading-part.js';
import { RetentionTable } from './retention-table.js';

/** What we keep, for how long, and who sees it. */
export default function PrivacyScreen() {
  const { title, sections, mapHeading, mapText, complaint, question } = t.openness.privacy;
  const streets = places.value?.mapTiles ?? null;
  usePage(title);
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <h1 class="utrecht-heading-1">{title}</h1>
      {sections.map(({ heading, text }) => (
        <ReadingPart key={heading} heading={heading} text={text} />
      ))}
      {streets === null ? null : <ReadingPart heading={mapHeading} text={mapText(new URL(streets.url).host)} />}
      <RetentionTable />
      <p class="zb-measure">{complaint}</p>
      <CallCard question={question} />
    </div>
  );
}
