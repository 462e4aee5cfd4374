import { useState } from 'preact/hooks';
import { call } from '../api/call.js';
import { t } from '../messages/texts.js';
import { ActionButton } from '../parts/action.js';
import { TextField } from '../parts/field.js';
import { places } from './places.js';
import { answerOf, postalErrors, searchOf, type PostalForm } from './postcode-rules.js';

type Found = (code: string) => void;

function useSearch(form: PostalForm, onFound: Found) {
  const [errors, setErrors] = useState<Partial<PostalForm>>({});
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const search = async (): Promise<void> => {
    const found = postalErrors(form);
    setErrors(found);
    setTold('');
    const [wrong] = Object.keys(found);
    if (wrong !== undefined) return document.getElementById(wrong)?.focus();
    setBusy(true);
    const answer = await call('findNeighbourhood', { body: searchOf(form) });
    setBusy(false);
    const { code, text } = answerOf(answer.ok ? answer.data : undefined, places.value?.neighbourhoods ?? []);
    if (code !== undefined) onFound(code);
    setTold(text);
  };
  return { errors, told, busy, search: () => void (busy ? undefined : search()) };
}

/** Searches for a neighbourhood. What is typed stands in no draft and no address, and is gone with the page. */
export function FindByPostcode({ onFound }: { onFound: Found }) {
  const [form, setForm] = useState<PostalForm>({ postcode: '', houseNumber: '' });
  const { errors, told, busy, search } = useSearch(form, onFound);
  return (
    <div class="zb-reveal zb-flow zb-flow--s">
      <p class="zb-small zb-soft">{t.places.intro}</p>
      <TextField
        id="postcode"
        label={t.places.postcode}
        hint={t.places.postcodeHint}
        error={errors.postcode}
        value={form.postcode}
        onValue={(postcode) => setForm({ ...form, postcode })}
        onEnter={search}
        autocomplete="postal-code"
        maxLength={10}
        width="narrow"
      />
      <TextField
        id="houseNumber"
        label={t.places.houseNumber}
        error={errors.houseNumber}
        value={form.houseNumber}
        onValue={(houseNumber) => setForm({ ...form, houseNumber })}
        onEnter={search}
        maxLength={12}
        width="narrow"
      />
      <div>
        <ActionButton kind="secondary-action" busy={busy} onPress={search}>
          {t.places.search}
        </ActionButton>
      </div>
      <p role="status">{told}</p>
    </div>
  );
}
