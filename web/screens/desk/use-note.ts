import { useEffect, useState } from 'preact/hooks';
import type { DeskCaller, DeskQuestion } from '@app/contracts/http/desk.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { errorAt, type FormError } from '../../parts/error-summary.js';
import { useCommand } from '../../parts/use-command.js';
import { looksLikePhone } from '../../session/contact-rules.js';

const texts = nlOrganisers.deskWork.phone;
const TYPING_PAUSE_MS = 300;
const empty = { phone: '', givenName: '', neighbourhoodCode: '', text: '' };
type Note = typeof empty;

function faultsIn({ givenName, phone, text }: Note): FormError[] {
  const faults: FormError[] = [];
  if (!looksLikePhone(phone)) faults.push({ field: 'phone', message: texts.errors.phone });
  if (givenName.trim() === '') faults.push({ field: 'givenName', message: texts.errors.givenName });
  if (text.trim().length < 5) faults.push({ field: 'text', message: texts.errors.text });
  return faults;
}

/** People who asked by telephone before and fit what is being typed; looked up when the typing rests. */
export function useDeskCallers({ phone, givenName }: Pick<Note, 'phone' | 'givenName'>): readonly DeskCaller[] {
  const [people, setPeople] = useState<readonly DeskCaller[]>([]);
  useEffect(() => {
    const number = phone.replace(/\D/g, '').length < 6 ? {} : { phone: phone.trim().slice(0, 20) };
    const name = givenName.trim().length < 3 ? {} : { givenName: givenName.trim().slice(0, 60) };
    const body = { ...number, ...name };
    if (Object.keys(body).length === 0) {
      setPeople([]);
      return undefined;
    }
    let left = false;
    const timer = setTimeout(() => {
      // Without an answer there is nothing to suggest; the form does not need it.
      void call('findDeskCallers', { body }).then((answer) => {
        if (!left) setPeople(answer.ok ? answer.data.people : []);
      });
    }, TYPING_PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [phone, givenName]);
  return people;
}

/** A question being noted, until it is sent. Nothing of the caller is kept on the device. */
export function useNote(onDone: () => void) {
  const { busy, failure, run } = useCommand();
  const [draft, setDraft] = useState(empty);
  const [known, setKnown] = useState<DeskCaller>();
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [noted, setNoted] = useState<DeskQuestion>();
  const send = async (): Promise<void> => {
    const faults = faultsIn(draft);
    setErrors(faults);
    if (faults.length > 0) return;
    const { neighbourhoodCode } = draft;
    const onBehalfOf = {
      givenName: draft.givenName.trim(),
      phone: draft.phone.trim(),
      ...(known === undefined ? {} : { personId: known.personId }),
    };
    const place = neighbourhoodCode === '' ? {} : { neighbourhoodCode };
    const done = await run(() => call('askDesk', { body: { text: draft.text.trim(), ...place, onBehalfOf } }));
    if (done === undefined) return;
    setDraft(empty);
    setKnown(undefined);
    setNoted(done.data);
    onDone();
  };
  const field = (id: keyof Note) => ({
    id,
    error: errorAt(errors, id),
    value: draft[id],
    onValue: (value: string) => {
      if (id === 'phone') setKnown(undefined);
      setDraft((before) => ({ ...before, [id]: value }));
    },
  });
  const choose = (person: DeskCaller): void => {
    setKnown(person);
    setDraft((before) => ({ ...before, givenName: person.givenName }));
  };
  return { busy, failure, errors, draft, known, noted, field, send, choose, another: () => setNoted(undefined) };
}
