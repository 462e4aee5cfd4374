import { useLocation } from 'preact-iso';
import { t } from '../../messages/texts.js';
import { categoryCodes } from '../../parts/category-codes.js';
import { SelectField } from '../../parts/field.js';
import { sorted } from '../../parts/sorted.js';
import { places } from '../../places/places.js';
import { boardPath, filterOf, type BoardFilter } from './board-filter.js';

/** Every cell once, by name. */
function cellOptions(): { value: string; text: string }[] {
  const cells = new Map((places.value?.neighbourhoods ?? []).map(({ cell }) => [cell.code, cell.name]));
  const options = [...cells].map(([value, text]) => ({ value, text }));
  return sorted(options, (a, b) => a.text.localeCompare(b.text, 'nl', { ignorePunctuation: true }));
}

/** Three selects that make the list smaller. The choice stands in the address. */
export function BoardFilters({ filter }: { filter: BoardFilter }) {
  const { route } = useLocation();
  const choose = (change: Readonly<Record<string, string>>): void => {
    const query = { buurt: filter.cell, wat: filter.category, wanneer: filter.when, ...change };
    // A page of its own, so that the back button takes the last choice back.
    route(boardPath(filterOf(query)));
  };
  return (
    <form class="zb-filters" aria-label={t.board.filters} onSubmit={(event) => event.preventDefault()}>
      <SelectField
        small
        id="filter-where"
        label={t.board.where}
        value={filter.cell}
        onValue={(buurt) => choose({ buurt })}
        options={[{ value: '', text: t.board.everywhere(places.value?.municipality) }, ...cellOptions()]}
      />
      <SelectField
        small
        id="filter-what"
        label={t.board.what}
        value={filter.category}
        onValue={(wat) => choose({ wat })}
        options={[
          { value: '', text: t.board.everything },
          ...categoryCodes.map((code) => ({ value: code, text: t.categories.names[code].willing })),
        ]}
      />
      <SelectField
        small
        id="filter-when"
        label={t.board.when}
        value={filter.when}
        onValue={(wanneer) => choose({ wanneer })}
        options={[
          { value: 'altijd', text: t.board.always },
          { value: 'vandaag', text: t.board.today },
          { value: 'week', text: t.board.week },
        ]}
      />
    </form>
  );
}
