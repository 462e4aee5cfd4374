import { t } from '../../messages/texts.js';
import { usePage } from '../../parts/use-page.js';
import { CallCard } from './call-card.js';
import { ReadingPart } from './reading-part.js';
import { RetentionTable } from './retention-table.js';

/** What we keep, for how long, and who sees it. */
export default function PrivacyScreen() {
  const { title, sections, complaint, question } = t.openness.privacy;
  usePage(title);
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <h1 class="utrecht-heading-1">{title}</h1>
      {sections.map(({ heading, text }) => (
        <ReadingPart key={heading} heading={heading} text={text} />
      ))}
      <RetentionTable />
      <p class="zb-measure">{complaint}</p>
      <CallCard question={question} />
    </div>
  );
}
