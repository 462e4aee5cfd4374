/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- with its columns
   under each other, for large letters, the table would lose its own roles */
import { retention } from '@app/domain/kernel/retention.js';
import { t } from '../../messages/texts.js';

/** How long everything is kept, from the very numbers by which the program takes it away. */
export function RetentionTable() {
  const texts = t.openness.privacy;
  const { rows, hours, days, months } = texts;
  const lines = [
    [rows.contact, texts.afterHelp(hours(retention.contactHours))],
    [rows.words, texts.afterClosing(days(retention.wordsDays))],
    [rows.wall, days(retention.wallDays)],
    [rows.reply, texts.afterReturning(days(retention.returnedReplyDays))],
    [rows.visit, texts.untilOver],
    [rows.unverified, days(retention.unverifiedDays)],
    [
      rows.inactive,
      texts.inactive(months(retention.inactiveMonths + retention.noticeMonths), months(retention.noticeMonths)),
    ],
    [rows.feedback, days(retention.feedbackDays)],
    [rows.session, texts.orUntilSignOut(days(retention.sessionDays))],
    [rows.device, texts.orUntilSignOut(hours(retention.deviceHours))],
  ] as const;
  return (
    <section class="zb-flow zb-flow--xs zb-measure">
      <h2 class="utrecht-heading-2" id="how-long">
        {texts.keptHeading}
      </h2>
      <table class="utrecht-table utrecht-table--html-table zb-stacks" role="table">
        <caption class="zb-hidden">{texts.keptCaption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {texts.what}
            </th>
            <th scope="col" role="columnheader">
              {texts.howLong}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map(([what, howLong]) => (
            <tr key={what} role="row">
              <th scope="row" role="rowheader">
                {what}
              </th>
              <td role="cell">{howLong}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
