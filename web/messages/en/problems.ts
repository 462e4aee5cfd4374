import type { Translation } from '../translation.js';

export const problems: Translation['problems'] = {
  byCode: {
    unreachable: 'There is no connection. Try again.',
    'invalid-code': 'This code is not right. Look in your newest email and fill in the 6 digits.',
    'invalid-passkey': 'This passkey does not work here. Try again, or sign in with a code.',
    'passkey-required': 'Sign in with your passkey. No passkey yet? Make one at My details.',
    'too-many-tries': 'You filled in a wrong code too often. Ask for a new code.',
    'too-many-requests': 'This is too often in a short time. Wait a moment and try again.',
    'not-signed-in': 'You are no longer signed in. Sign in again.',
    'not-allowed': 'You may not do this. Call your coordinator if you think you may.',
    'not-found': 'This does not exist any more, or is not for you.',
    'not-open': 'This is no longer possible. The request has changed.',
    'not-active-any-more': 'This is no longer possible. The request is finished or stopped.',
    'already-matched': 'A neighbour has been found. Thank you for wanting to help.',
    'already-answered': 'You have already answered.',
    'own-request': 'This is your own request.',
    'too-many-agreements': 'You already have 3 appointments. Finish one first.',
    'trust-too-low':
      'For this request we look for somebody we know already. Your coordinator tells you how that works.',
    'profile-required': 'First fill in where and when you want to help.',
    'barred-now': 'You cannot do this now. See Measures about me for the reason.',
    'address-required': 'Fill in your address. Otherwise your neighbour does not know where you live.',
    'contact-details-required': 'Fill in your first name and your email address.',
    'address-in-use': 'This email address already has an account. Choose another address.',
    'still-responsible': 'You are still a contact person. First hand that over to somebody else.',
    'window-in-past': 'That moment is over. Choose a later moment.',
    'unknown-neighbourhood': 'Choose your neighbourhood from the list.',
    'invalid-input': 'Something is not right. Check your answers again.',
    'stale-version': 'Somebody else just changed this. See how it is now.',
    'store-unavailable':
      'It does not work at the moment. Try again in a minute. Were you saving something? Then first look whether it is already there.',
  },
  general: 'Something went wrong on our side. Try again, or call us.',
  loadTitle: 'We cannot show this now',
  notFoundTitle: 'We cannot find this request',
  notFoundText: 'Maybe the request is finished. Or you are signed in with another email address.',
};
