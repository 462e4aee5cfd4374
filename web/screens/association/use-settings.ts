import { useState } from 'preact/hooks';
import type { AssociationSettingsView, SettingsChoice } from '@app/contracts/http/association-settings.js';
import { call, type Failure } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import type { FormError } from '../../parts/error-summary.js';
import { useCommand } from '../../parts/use-command.js';
import { renewPlaces } from '../../places/places.js';
import { mergedOver } from './settings-draft.js';

const texts = nlOrganisers.association;

/** Faults that the server named, at the parts of the form; several of one list are one. */
function errorsOf(failure: Failure | undefined): readonly FormError[] {
  if (failure === undefined || (failure.code !== 'invalid-input' && failure.code !== 'neighbourhood-taken')) return [];
  const found = new Map<string, FormError>();
  for (const { path } of failure.errors) {
    const [, first = '', second = ''] = path.split('/');
    const field = first === 'pace' ? `pace-${second}` : first;
    const message = texts.errors[field];
    if (message !== undefined) found.set(field, { field, message });
  }
  return [...found.values()];
}

/** Editing the settings: what is chosen, keeping it, and what to do when somebody else was first. */
export function useSettings(view: AssociationSettingsView, onView: (view: AssociationSettingsView) => void) {
  const [draft, setDraft] = useState(view.settings);
  const [base, setBase] = useState(view);
  const [theirs, setTheirs] = useState<AssociationSettingsView>();
  const [saved, setSaved] = useState(false);
  const { busy, failure, run } = useCommand();

  const take = (current: AssociationSettingsView, choice: SettingsChoice = current.settings): void => {
    setBase(current);
    setDraft(choice);
    setTheirs(undefined);
    onView(current);
  };
  const send = async (choice: SettingsChoice, version: number): Promise<boolean> => {
    setSaved(false);
    const id = view.associationId;
    const answer = await run(async () => {
      const put = await call('putAssociationSettings', { id, version, body: choice });
      if (!put.ok && put.code === 'stale-version') {
        const newest = await call('getAssociationSettings', { id });
        if (newest.ok) {
          setTheirs(newest.data);
          // Who was first stands in the list of changes below.
          onView(newest.data);
        }
      }
      return put;
    });
    if (answer === undefined) return false;
    setSaved(true);
    take(answer.data);
    // Hours, areas and who helps are told on other pages as well.
    void renewPlaces();
    return true;
  };
  return {
    draft,
    base,
    theirs,
    saved,
    busy,
    failure,
    errors: errorsOf(failure),
    change: (part: Partial<SettingsChoice>) => {
      setSaved(false);
      setDraft((before) => ({ ...before, ...part }));
    },
    save: () => send(draft, base.version),
    keepMine: () => theirs && send(mergedOver(theirs.settings, base.settings, draft), theirs.version),
    takeTheirs: () => theirs && take(theirs),
  };
}
