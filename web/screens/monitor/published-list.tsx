import type { PublicationSummary } from '@app/contracts/http/publications.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';
import { quarterText } from './figures.js';

const texts = nlOrganisers.monitor.publish;

/** The public address of a version: what was published never changes its address. */
function addressOf({ quarter, version }: PublicationSummary): string {
  return version === 1 ? `/cijfers/${quarter}` : `/cijfers/${quarter}-v${version}`;
}

/** What was published, with every correction and its reason; and the report for the council of the newest. */
export function Published({ publications }: { publications: readonly PublicationSummary[] }) {
  const [newest] = publications;
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="published">
      <h2 class="utrecht-heading-2" id="published">
        {texts.published}
      </h2>
      {newest === undefined ? (
        <p>{texts.none}</p>
      ) : (
        <>
          <h3 class="utrecht-heading-3">{texts.report(quarterText(newest.quarter))}</h3>
          <div class="zb-row">
            <ActionLink
              kind="secondary-action"
              href={`${addressOf(newest)}.pdf`}
              download={texts.reportFile(newest.quarter)}
            >
              {texts.reportPdf}
            </ActionLink>
            <ActionLink kind="secondary-action" href={addressOf(newest)}>
              {texts.reportPage}
            </ActionLink>
          </div>
          <ul class="zb-bullets">
            {publications.map((one) => (
              <li key={addressOf(one)}>
                <TextLink href={addressOf(one)}>{texts.version(quarterText(one.quarter), one.version)}</TextLink>{' '}
                <span class="zb-soft">
                  {fullDayText(wallTimeOf(Date.parse(one.publishedAt)).day)}
                  {one.reason === null ? null : `. ${texts.corrected(one.reason)}`}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <TextLink href="/cijfers">{texts.public}</TextLink>
          </p>
        </>
      )}
    </section>
  );
}
