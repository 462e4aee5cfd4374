/** Finding your neighbourhood by postcode. */
export const places = {
  open: 'Ik weet mijn buurt niet',
  intro: 'Zoek met uw postcode. Wij bewaren uw postcode en huisnummer niet.',
  postcode: 'Postcode',
  postcodeHint: 'Bijvoorbeeld 1234 AB',
  houseNumber: 'Huisnummer (mag leeg blijven)',
  search: 'Zoek mijn buurt',
  found: (name: string) => `Uw buurt is ${name}. Wij vulden dat in de lijst in.`,
  several: (names: string) => `Deze postcode ligt in meer buurten: ${names}. Vul ook uw huisnummer in, of kies zelf.`,
  elsewhere: 'Deze postcode ligt in een andere gemeente. Klopt dat niet? Kies dan uw buurt in de lijst.',
  unknown: 'Deze postcode kennen wij niet. Kies uw buurt in de lijst.',
  unavailable: 'Zoeken met een postcode lukt nu niet. Kies uw buurt in de lijst.',
  errors: {
    postcode: 'Vul een postcode in, bijvoorbeeld 1234 AB',
    houseNumber: 'Vul een huisnummer in, bijvoorbeeld 12',
  },
};
