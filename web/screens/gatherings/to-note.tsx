import { useLocation } from 'preact-iso';
import type { ManagedGathering, ManagedGatheringDate } from '@app/contracts/http/gathering-shapes.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { sorted } from '../../parts/sorted.js';
import { NoteForm } from './note-form.js';

const texts = nlOrganisers.organiseGatherings;

interface ToNoteProps {
  readonly gatherings: readonly ManagedGathering[];
  readonly onDone: (told: string) => void;
}

/** Dates that are over and of which nobody noted how many came; the one that the work list led to stands first. */
export function ToNote({ gatherings, onDone }: ToNoteProps) {
  const wanted = useLocation().query['keer'];
  const dates = gatherings.flatMap(({ title, dates: all }) =>
    all
      .filter(({ actions, outcome }) => outcome === null && actions.includes('note'))
      .map((date): { title: string; date: ManagedGatheringDate } => ({ title, date })),
  );
  if (dates.length === 0) return null;
  const rank = ({ date }: (typeof dates)[number]): number => (date.id === wanted ? 0 : Date.parse(date.startsAt));
  return (
    <section class="zb-flow" aria-labelledby="to-note">
      <h2 class="utrecht-heading-2" id="to-note">
        {texts.toNote}
      </h2>
      <ul class="zb-list">
        {sorted(dates, (a, b) => rank(a) - rank(b)).map(({ title, date }) => (
          <li key={date.id} class="zb-card zb-card--tight zb-flow zb-flow--s">
            <NoteForm title={title} date={date} onDone={onDone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
