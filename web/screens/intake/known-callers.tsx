import type { KnownAsker } from '@app/contracts/http/intake.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { useNow } from '../../parts/use-now.js';
import { windowText } from '../../time/time-texts.js';

function fullName({ givenName, familyName }: KnownAsker): string {
  return familyName === null ? givenName : `${givenName} ${familyName}`;
}

function Running({ person }: { person: KnownAsker }) {
  const now = useNow();
  if (person.openRequests.length === 0) return null;
  return (
    <div class="zb-flow zb-flow--2xs">
      <strong>{nlOrganisers.intake.known.runs}</strong>
      <ul>
        {person.openRequests.map(({ id, category, window }) => (
          <li key={id}>
            <TextLink href={`/werklijst/${id}`}>{t.categories.names[category].title}</TextLink>,{' '}
            {windowText(window, 'planned', now)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface KnownCallersProps {
  readonly people: readonly KnownAsker[];
  readonly chosen: KnownAsker | undefined;
  readonly onChoose: (person: KnownAsker | undefined) => void;
}

function Person({ person, onChoose }: { person: KnownAsker; onChoose: KnownCallersProps['onChoose'] }) {
  const ends = person.phoneEnding === null ? '' : `. ${nlOrganisers.intake.known.ends(person.phoneEnding)}`;
  return (
    <li class="zb-flow zb-flow--xs">
      <div class="zb-row zb-row--apart zb-row--nowrap">
        <span>
          <strong>{fullName(person)}</strong>
          <br />
          <span class="zb-soft">
            {person.neighbourhoodName}
            {ends}
          </span>
        </span>
        <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => onChoose(person)}>
          {nlOrganisers.intake.known.choose(person.givenName)}
        </ActionButton>
      </div>
      <Running person={person} />
    </li>
  );
}

/** Who may be on the telephone, so that one person stays one person and one question one question. */
export function KnownCallers({ people, chosen, onChoose }: KnownCallersProps) {
  const found = chosen !== undefined || people.length > 0;
  return (
    <section
      class={found ? 'zb-card zb-card--tight zb-flow zb-flow--s' : 'zb-hidden'}
      aria-label={nlOrganisers.intake.known.title}
    >
      <p role="status">
        {chosen !== undefined
          ? nlOrganisers.intake.known.chosen(fullName(chosen))
          : people.length === 0
            ? ''
            : nlOrganisers.intake.known.found(people.length)}
      </p>
      {chosen === undefined ? (
        <ul class="zb-flow zb-flow--s">
          {people.map((person) => (
            <Person key={person.personId} person={person} onChoose={onChoose} />
          ))}
        </ul>
      ) : (
        <>
          <Running person={chosen} />
          <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => onChoose(undefined)}>
            {nlOrganisers.intake.known.other}
          </ActionButton>
        </>
      )}
    </section>
  );
}
