import type { ProblemCode } from '@app/contracts/errors/problem.js';

/** What a person can do about a refusal. Codes that are not here get the general text. */
const byCode: Partial<Record<ProblemCode | 'unreachable', string>> = {
  unreachable: 'Er is geen verbinding. Probeer het opnieuw.',
  'invalid-code': 'Deze code klopt niet. Kijk in uw nieuwste e-mail en vul de 6 cijfers in.',
  'invalid-passkey': 'Deze passkey werkt hier niet. Probeer het opnieuw, of log in met een code.',
  'passkey-required': 'Log in met uw passkey. Heeft u er nog geen? Maak er een bij Mijn gegevens.',
  'too-many-tries': 'U vulde te vaak een verkeerde code in. Vraag een nieuwe code.',
  'too-many-requests': 'Dit is te vaak achter elkaar. Wacht even en probeer het dan opnieuw.',
  'not-signed-in': 'U bent niet meer ingelogd. Log opnieuw in.',
  'not-allowed': 'U mag dit niet doen. Bel uw coördinator als u denkt van wel.',
  'not-found': 'Dit bestaat niet meer, of is niet voor u.',
  'not-open': 'Dit kan nu niet meer. De stand van de vraag is veranderd.',
  'not-active-any-more': 'Dit kan nu niet meer. De vraag is al klaar of gestopt.',
  'already-matched': 'Er is al een buur gevonden. Fijn dat u wilde helpen.',
  'already-answered': 'U heeft al antwoord gegeven.',
  'own-request': 'Dit is uw eigen vraag.',
  'too-many-agreements': 'U heeft al 3 afspraken. Rond er eerst een af.',
  'trust-too-low': 'Voor deze vraag zoeken wij iemand die wij al kennen. Uw coördinator vertelt hoe dat gaat.',
  'profile-required': 'Vul eerst in waar en wanneer u wilt helpen.',
  'barred-now': 'Dit kunt u nu niet doen. Kijk bij Maatregelen over mij waarom.',
  'address-required': 'Vul uw adres in. Anders weet uw buur niet waar u woont.',
  'contact-details-required': 'Vul uw voornaam en uw e-mailadres in.',
  'address-in-use': 'Dit e-mailadres heeft al een account. Kies een ander adres.',
  'still-responsible': 'U bent nog contactpersoon. Draag dat eerst over aan iemand anders.',
  'window-in-past': 'Dat moment is voorbij. Kies een later moment.',
  'unknown-neighbourhood': 'Kies uw buurt uit de lijst.',
  'invalid-input': 'Er klopt iets niet. Kijk de antwoorden nog eens na.',
  'stale-version': 'Iemand anders veranderde dit net. Kijk wat er nu staat.',
  'store-unavailable':
    'Het lukt nu even niet. Probeer het over een minuut opnieuw. Wilde u iets opslaan? Kijk dan eerst of het er al staat.',
};

export const problems = {
  byCode,
  general: 'Er ging iets mis bij ons. Probeer het opnieuw, of bel ons.',
  loadTitle: 'Dit kunnen wij nu niet laten zien',
  notFoundTitle: 'Deze vraag vinden wij niet',
  notFoundText: 'Misschien is de vraag klaar. Of u bent ingelogd met een ander e-mailadres.',
};
