import { signal } from '@preact/signals';
import type { Me } from '@app/contracts/http/people.js';
import { call, whenSessionIsGone } from '../api/call.js';
import { followProfile, chosenLanguage, profileToBeTold } from '../messages/language.js';
import { forgetKeptAnswers, forgetOldAnswers } from '../offline/kept-answers.js';
import { forgetAll, keep, kept } from './kept.js';
import { forgetWordsOfOthers } from './kept-words.js';

/** The signed-in person; null for a guest; undefined as long as we do not know. */
export const me = signal<Me | null | undefined>(undefined);

/** Counts sign-ins, so that a connection that was made as a guest can be made anew. */
export const sessionRound = signal(0);

/** True when somebody wanted to sign out while there was no internet. */
export const signOutFailed = signal(false);

/** True when a session that was there came to an end without a press on "Uitloggen": by a coordinator, or by time. */
export const sessionEnded = signal(false);

const HINT = 'session';
let asking: Promise<Me | null> | undefined;

/** Asks the server who is signed in. One question at a time, however many screens want to know. */
export async function loadMe(): Promise<Me | null> {
  asking ??= findMe().finally(() => (asking = undefined));
  return asking;
}

async function findMe(): Promise<Me | null> {
  const answer = await call('getMe', { readOffline: true });
  if (answer.ok) {
    keep(HINT, true);
    forgetWordsOfOthers(answer.data.id);
    me.value = await agreeOnLanguage(answer.data);
    return me.value;
  }
  if (answer.code !== 'unreachable') forgetSession();
  me.value = null;
  return null;
}

/**
 * A choice made on this device goes to the profile; without one the profile decides. Screens wait for it: what the server
 * puts into words for somebody it writes in the language of the profile.
 */
async function agreeOnLanguage(person: Me): Promise<Me> {
  if (!profileToBeTold()) {
    followProfile(person.language);
    return person;
  }
  if (person.givenName === null) return person;
  const answer = await call('putMe', { body: { ...detailsOf(person, person.givenName), language: chosenLanguage() } });
  if (!answer.ok) return person;
  followProfile(answer.data.language);
  return answer.data;
}

/** Nobody is signed in here any more: nothing of them stays readable. */
function forgetSession(): void {
  keep(HINT, undefined);
  forgetKeptAnswers();
}

function lose(): void {
  forgetSession();
  sessionEnded.value = true;
  me.value = null;
}

/** The server closed the live connection: it may have ended the session, or taken a role away. */
export async function askAgainWhoIAm(): Promise<void> {
  if (me.peek() === null || me.peek() === undefined) return;
  const answer = await call('getMe');
  if (answer.ok) me.value = answer.data;
  else if (answer.code === 'not-signed-in') lose();
}

/**
 * Starts the session of this page. A visitor who never signed in here is a guest without asking, which
 * spares the first page a request that would only fail.
 */
export function startSession(): void {
  whenSessionIsGone(lose);
  forgetOldAnswers();
  if (kept(HINT, false)) return void loadMe();
  // Somebody signed out, perhaps in another tab.
  forgetWordsOfOthers();
  me.value = null;
}

/** After a code was accepted: the cookie is set, now find out who this is. */
export async function signedIn(): Promise<Me | null> {
  // Somebody else may have been signed in here before.
  forgetKeptAnswers();
  keep(HINT, true);
  sessionEnded.value = false;
  const person = await loadMe();
  sessionRound.value += 1;
  return person;
}

/** Ends the session here and forgets everything kept on this device. The caller loads another page. */
export async function signOut(): Promise<boolean> {
  const answer = await call('endSession');
  if (!answer.ok && answer.code === 'unreachable') {
    // Who wants to be gone from this device is, as far as it lies with the device.
    forgetKeptAnswers();
    forgetWordsOfOthers();
    signOutFailed.value = true;
    return false;
  }
  forgetAll();
  forgetWordsOfOthers();
  return true;
}

/** What `PUT /v1/me` has to hold to keep everything as it is. */
export function detailsOf(person: Me, givenName: string) {
  return {
    givenName: person.givenName ?? givenName,
    language: person.language,
    ...(person.familyName === null ? {} : { familyName: person.familyName }),
    ...(person.phone === null ? {} : { phone: person.phone }),
    ...(person.ageBand === null ? {} : { ageBand: person.ageBand }),
  };
}

/** True when this person has not told a name yet. */
export function needsName(person: Me): boolean {
  return person.givenName === null;
}
