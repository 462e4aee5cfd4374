import { useEffect, useState } from 'preact/hooks';
import type { KnownAsker } from '@app/contracts/http/intake.js';
import { call } from '../../api/call.js';
import type { Draft } from '../ask/draft.js';
import { searchOf } from './intake-rules.js';

const TYPING_PAUSE_MS = 300;

/** People who asked before and fit what is being typed; looked up when the typing rests. */
export function useKnownCallers(draft: Draft, wanted: boolean): readonly KnownAsker[] {
  const [people, setPeople] = useState<readonly KnownAsker[]>([]);
  const { phone, givenName, familyName } = draft;
  useEffect(() => {
    const body = wanted ? searchOf(draft) : undefined;
    if (body === undefined) {
      setPeople([]);
      return undefined;
    }
    let left = false;
    const timer = setTimeout(() => {
      // Without an answer there is nothing to suggest; the form does not need it.
      void call('findKnownAskers', { body }).then((answer) => {
        if (!left) setPeople(answer.ok ? answer.data.people : []);
      });
    }, TYPING_PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [phone, givenName, familyName, wanted]);
  return people;
}
