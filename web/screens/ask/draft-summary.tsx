import { locale } from '../../messages/language.js';
import { t } from '../../messages/texts.js';
import { TextLink } from '../../parts/action.js';
import { CategoryIcon } from '../../parts/category-icon.js';
import { Icon } from '../../parts/icon.js';
import { clock, hourglass, mapPin } from '../../parts/icons.js';
import { KeyValues, type KeyValue } from '../../parts/key-values.js';
import { ruleText } from '../../parts/rule-text.js';
import { useNow } from '../../parts/use-now.js';
import { places } from '../../places/places.js';
import { capital, dayText, durationText } from '../../time/time-texts.js';
import { steps, type Draft, type Step } from './draft.js';
import { draft } from './draft-store.js';

function whenText({ urgency, latest, day, part, weekdays: days, time }: Draft, now: number): string | undefined {
  if (urgency === 'acute' && latest !== '') return capital(t.time.before(t.time.today, t.time.clock(latest)));
  if (urgency === 'planned' && day !== '' && part !== '')
    return `${capital(dayText(day, now))}, ${t.time.dayParts[part]}`;
  if (urgency === 'weekly' && days.length > 0 && time !== '') return ruleText({ days, time });
  return undefined;
}

function whereText({ neighbourhoodCode }: Draft): string | undefined {
  return places.value?.neighbourhoods.find(({ code }) => code === neighbourhoodCode)?.name;
}

/** What was answered on the steps before this one, with the way back to each. */
export function DraftSummary({ step, signedIn }: { step: Step; signedIn: boolean }) {
  const now = useNow();
  const current = draft.value;
  const before = new Set<Step>(steps.slice(0, steps.indexOf(step)));
  if (before.size === 0) return null;
  const items: (KeyValue & { readonly of: Step })[] = [];
  const add = (of: Step, icon: KeyValue['icon'], label: string, value: string | undefined): void => {
    if (before.has(of) && value !== undefined) items.push({ of, icon, label, value });
  };
  if (current.category !== '') {
    const name = t.categories.names[current.category].title;
    add('wat', <CategoryIcon category={current.category} />, t.ask.labels.what, name);
  }
  add('wanneer', <Icon drawing={clock} />, t.ask.labels.when, whenText(current, now));
  add('waar', <Icon drawing={mapPin} />, t.ask.labels.where, whereText(current));
  add('hoe-lang', <Icon drawing={hourglass} />, t.ask.labels.long, capital(durationText(Number(current.minutes))));
  return (
    <aside class="zb-card zb-card--quiet zb-flow zb-start" aria-labelledby="so-far">
      <h2 class="utrecht-heading-3" id="so-far">
        {t.ask.soFar}
      </h2>
      <KeyValues items={items} />
      <ul>
        {items.map(({ of, label }) => (
          <li key={of}>
            <TextLink href={`/vraag/${of}`}>{t.ask.change(label.toLocaleLowerCase(locale))}</TextLink>
          </li>
        ))}
      </ul>
      <p class="zb-small zb-soft">{signedIn ? t.ask.stored : `${t.ask.noAccount} ${t.ask.stored}`}</p>
    </aside>
  );
}
