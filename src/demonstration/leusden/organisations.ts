/** An organisation that looks after buurten in the demonstration. */
export interface LeusdenOrganisation {
  readonly key: string;
  readonly kind: 'association' | 'desk';
  readonly name: string;
  /** True when it does not exist and was made up for the demonstration. */
  readonly isExample: boolean;
  readonly neighbourhoodCodes: readonly string[];
  /** Given name of its coordinator or desk worker, who is always made up. */
  readonly contact: string;
}

const codes = (...ends: readonly string[]): readonly string[] => ends.map((end) => `BU0327${end}`);

const real = (key: string, name: string, contact: string, ...ends: readonly string[]): LeusdenOrganisation => ({
  key,
  kind: 'association',
  name,
  isExample: false,
  neighbourhoodCodes: codes(...ends),
  contact,
});

const madeUp = (key: string, area: string, contact: string, ...ends: readonly string[]): LeusdenOrganisation => ({
  key,
  kind: 'association',
  name: `Wijkvereniging ${area} (voorbeeld)`,
  isExample: true,
  neighbourhoodCodes: codes(...ends),
  contact,
});

/**
 * Who looks after which buurt. Leusden ZeT, Buurkracht Alandsbeek, DAVA and the Dorpsraad are area organisations
 * that were found in public sources of 2012-2023; which buurten are theirs was linked by name. The Huiskamer van
 * Leusden was named in 2020 as the contact where there is no association: here for De Wetering, Wildenburg and
 * Groenhouten. All others are made up, and all persons are.
 */
export const organisations: readonly LeusdenOrganisation[] = [
  {
    key: 'huiskamer',
    kind: 'desk',
    name: 'Huiskamer van Leusden',
    isExample: false,
    neighbourhoodCodes: [],
    contact: 'Els',
  },
  madeUp('rossenberg', 'Rossenberg', 'Marja', '0107'),
  madeUp('hamershof', 'Hamershof', 'Ineke', '0000'),
  madeUp('akkerhoeve', 'Akkerhoeve en Noordwijck', 'Gerard', '0001', '0002'),
  madeUp('langenbeek', 'Langenbeek en Bosveld', 'Samira', '0003', '0006'),
  madeUp('munnikhove', 'Zwanenburg en Munnikhove', 'Henk', '0004', '0005'),
  madeUp('claverenblad', 'Claverenblad', 'Trudy', '0007'),
  madeUp('hamersveld', 'Hamersveld', 'Oleh', '0100', '0101'),
  madeUp('rozenboom', 'Rozenboom en Rozendaal', 'Yvonne', '0102', '0103'),
  madeUp('ruige-veld', "'t Ruige Veld en 't Vliet", 'Mehmet', '0500', '0501'),
  madeUp('buitengebied', 'Buitengebied', 'Gijs', '0009', '0109', '0209'),
  real('zet', 'Leusden ZeT', 'Corrie', '0200', '0201'),
  real('alandsbeek', 'Buurkracht Alandsbeek', 'Bas', '0104', '0105'),
  real('dava', 'DAVA (Door Achterveld Voor Achterveld)', 'Riet', '0300', '0309'),
  real('dorpsraad', 'Dorpsraad Achterveld & Stoutenburg', 'Wouter', '0400'),
];
