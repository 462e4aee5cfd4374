import type { ToldHours } from '@app/contracts/http/answering.js';
import type { AssociationSummary } from '@app/contracts/http/places.js';
import { t } from '../messages/texts.js';
import { answeringOf, closedSoon, linesOf } from '../places/answering.js';
import { places } from '../places/places.js';
import { capital, fullDayText, shortMomentText } from '../time/time-texts.js';
import { TextLink } from './action.js';
import { Badge } from './badge.js';
import { telephoneLink } from './telephone.js';

const texts = t.answering;

function Week({ hours, now }: { hours: ToldHours; now: number }) {
  const closed = closedSoon(hours, now);
  return (
    <>
      <ul class="zb-list-plain">
        {linesOf(hours).map(({ first, last, parts }) => {
          const { [first]: from, [last]: until } = t.time.weekdays;
          const days = first === last ? from : texts.days(from, until);
          const times = parts.map((part) => texts.part(part.from, part.until)).join(', ');
          return <li key={first}>{`${capital(days)}: ${times}`}</li>;
        })}
      </ul>
      {closed.length === 0 ? null : <p>{texts.closedOn(closed.map(fullDayText).join(', '))}</p>}
    </>
  );
}

/** Who helps outside the hours: by name always, and with a number to call while it is closed. */
function Instead({ of, now }: { of: AssociationSummary; now: number }) {
  const { isOpen, opensAt, instead } = answeringOf(of, places.value?.associations ?? [], now);
  return (
    <>
      {opensAt === null ? null : <p>{texts.opens(shortMomentText(opensAt, now))}</p>}
      {instead !== null ? (
        <p>
          {texts.now(instead.name)}{' '}
          {instead.contact.phone === '' ? null : (
            <TextLink href={telephoneLink(instead.contact.phone)}>{texts.call(instead.contact.givenName)}</TextLink>
          )}
        </p>
      ) : isOpen && of.fallback !== null ? (
        <p>{texts.outside(of.fallback.name)}</p>
      ) : null}
    </>
  );
}

interface AnswerTimesProps {
  readonly organisationId: string | null;
  readonly now: number;
}

/** When an organisation answers and who helps outside those times. Nothing where it told no hours. */
export function AnswerTimes({ organisationId, now }: AnswerTimesProps) {
  const of = places.value?.associations.find(({ id }) => id === organisationId);
  if (of === undefined || of.openingHours === null) return null;
  const { isOpen } = answeringOf(of, [], now);
  return (
    <div class="zb-flow zb-flow--2xs zb-small" role="group" aria-label={`${texts.title}: ${of.name}`}>
      <p>
        <Badge kind={isOpen ? 'safe' : 'neutral'}>{isOpen ? texts.open : texts.closed}</Badge>
      </p>
      <Week hours={of.openingHours} now={now} />
      <Instead of={of} now={now} />
    </div>
  );
}
