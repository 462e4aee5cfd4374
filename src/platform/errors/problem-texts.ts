import type { ProblemCode } from '@app/contracts/errors/problem.js';

/** What went wrong and the way out, for people. Dutch, because a client may show it as it is. */
export const problemTexts: Record<ProblemCode, { readonly title: string; readonly detail: string }> = {
  'invalid-input': {
    title: 'Er mist iets of er klopt iets niet',
    detail: 'Kijk bij "errors" wat u kunt veranderen en stuur het opnieuw.',
  },
  'invalid-json': {
    title: 'Dit is geen JSON',
    detail: 'Stuur een geldig JSON-object met Content-Type application/json.',
  },
  'idempotency-key-required': {
    title: 'De kop Idempotency-Key ontbreekt',
    detail: 'Stuur een eigen, unieke Idempotency-Key mee. Zo ontstaat uw vraag nooit twee keer.',
  },
  'if-match-required': {
    title: 'De kop If-Match ontbreekt',
    detail: 'Stuur de versie mee die u zag, bijvoorbeeld If-Match: "3".',
  },
  'invalid-code': {
    title: 'De code klopt niet',
    detail: 'Kijk in de laatste e-mail die u kreeg, of vraag een nieuwe code aan.',
  },
  'invalid-passkey': {
    title: 'De passkey klopt niet',
    detail: 'Probeer het opnieuw, of log in met een code per e-mail.',
  },
  'unknown-neighbourhood': {
    title: 'Deze buurt kennen wij niet',
    detail: 'Kies een buurt uit de lijst van /v1/neighbourhoods.',
  },
  'window-in-past': { title: 'Dit tijdstip is al voorbij', detail: 'Kies een tijd die nog moet komen.' },
  'reason-required': { title: 'Er ontbreekt een reden', detail: 'Geef aan waarom u deze gegevens wilt zien.' },
  'not-signed-in': { title: 'U bent niet ingelogd', detail: 'Log in met een code per e-mail en probeer het opnieuw.' },
  'foreign-origin': {
    title: 'Dit verzoek komt van een andere website',
    detail: 'Open Zorgzame Buurten zelf en probeer het opnieuw.',
  },
  'not-allowed': { title: 'Dit mag u niet doen', detail: 'Vraag uw coördinator als u denkt dat dit niet klopt.' },
  'passkey-required': {
    title: 'Hiervoor is een passkey nodig',
    detail: 'Log in met uw passkey. Heeft u er nog geen? Maak er een bij Mijn gegevens.',
  },
  'not-found': { title: 'Niet gevonden', detail: 'Dit bestaat niet, of het is niet van u.' },
  'method-not-allowed': { title: 'Dit kan hier niet', detail: 'Kijk in /v1/openapi.json wat wel kan.' },
  'already-matched': {
    title: 'Er is al een buur gevonden',
    detail: 'Fijn dat u wilde helpen. U kunt zich als reserve opgeven met "waitlist": true.',
  },
  'already-answered': { title: 'U heeft al geantwoord', detail: 'U hoeft niets meer te doen.' },
  'not-open': { title: 'Deze vraag staat niet meer open', detail: 'Kijk op het bord voor andere vragen.' },
  'not-active-any-more': { title: 'Deze afspraak loopt niet meer', detail: 'U hoeft niets meer te doen.' },
  'address-required': {
    title: 'Het adres ontbreekt nog',
    detail: 'Vul het adres in. Alleen de buur die u goedkeurt ziet het.',
  },
  'idempotency-key-reused': {
    title: 'Deze Idempotency-Key is al gebruikt voor een andere vraag',
    detail: 'Gebruik voor een nieuwe vraag een nieuwe sleutel.',
  },
  'too-many-agreements': {
    title: 'U heeft al drie afspraken',
    detail: 'Rond eerst een afspraak af. Dank dat u zo veel helpt.',
  },
  'own-request': { title: 'Dit is uw eigen vraag', detail: 'Een buur zegt hier ja op.' },
  'trust-too-low': {
    title: 'De vrager zoekt een buur die wij kennen',
    detail: 'Vraag uw coördinator hoe wij u leren kennen.',
  },
  'profile-required': {
    title: 'Wij weten nog niet hoe u wilt helpen',
    detail: 'Vul eerst in wat u wilt doen en wanneer.',
  },
  'barred-now': {
    title: 'Dit kunt u nu niet doen',
    detail: 'Kijk bij "Maatregelen over mij" waarom, en tot wanneer.',
  },
  'address-in-use': {
    title: 'Dit e-mailadres heeft al een account',
    detail: 'Log in met dat adres, of kies een ander adres.',
  },
  'still-responsible': {
    title: 'U bent nog contactpersoon',
    detail: 'Draag eerst uw taak over aan iemand anders. Daarna kunt u uw account wissen.',
  },
  'neighbourhood-taken': {
    title: 'Deze buurt heeft al een vereniging',
    detail: 'Kies een andere buurt, of haal de buurt eerst weg bij de andere vereniging.',
  },
  'association-not-ready': {
    title: 'De vereniging is nog niet klaar',
    detail: 'Kijk bij "errors" wat er nog mist. Vul dat aan en probeer het opnieuw.',
  },
  'import-unfinished': {
    title: 'Er wacht nog een bestand van deze soort',
    detail: 'Neem dat eerst over, of breek het af.',
  },
  'import-moved-on': {
    title: 'Dit kan nu niet met dit bestand',
    detail: 'Kijk hoe het ervoor staat en kies opnieuw.',
  },
  'campaign-not-possible': {
    title: 'U kunt deze groep nu niet uitnodigen',
    detail: 'Er loopt al een campagne, of er is niemand om uit te nodigen.',
  },
  'contact-details-required': {
    title: 'Wij weten nog niet hoe u heet',
    detail: 'Vul uw voornaam in, of stuur "contact" mee als u niet bent ingelogd.',
  },
  'not-publishable': {
    title: 'Dit kwartaal kan niet worden gepubliceerd',
    detail: 'Een kwartaal moet voorbij zijn. Alleen het laatst gepubliceerde kwartaal kunt u verbeteren.',
  },
  gone: { title: 'Deze link werkt niet meer', detail: 'Open Zorgzame Buurten om te zien hoe het nu staat.' },
  'stale-version': {
    title: 'Iemand anders heeft dit net veranderd',
    detail: 'Haal de nieuwste versie op en probeer het opnieuw.',
  },
  'too-large': { title: 'Dit is te groot', detail: 'Maak uw tekst korter.' },
  'unsupported-media-type': {
    title: 'Dit soort inhoud kennen wij niet',
    detail: 'Stuur JSON met Content-Type application/json.',
  },
  'too-many-tries': { title: 'U heeft te vaak een verkeerde code ingevuld', detail: 'Vraag een nieuwe code aan.' },
  'too-many-requests': { title: 'Dat ging iets te snel of te vaak', detail: 'Wacht even en probeer het opnieuw.' },
  'internal-error': {
    title: 'Er ging iets mis bij ons',
    detail: 'Probeer het zo opnieuw. Lukt het niet? Bel het loket en noem het kenmerk.',
  },
  'store-unavailable': {
    title: 'Wij kunnen nu even niet bij onze gegevens',
    detail: 'Misschien is het toch opgeslagen. Kijk dat over een halve minuut na. Zo niet, probeer het dan opnieuw.',
  },
};
