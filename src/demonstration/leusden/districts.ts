/**
 * Wijken of Leusden with inhabitants and dwellings, source: CBS, Kerncijfers wijken en buurten 2024
 * (codes and names as of 2025).
 */
export const districts = [
  { code: 'WK032700', name: 'Leusden-Centrum Oost', inhabitants: 8_645, dwellings: 3_970 },
  { code: 'WK032701', name: 'Leusden-Centrum West', inhabitants: 10_880, dwellings: 4_575 },
  { code: 'WK032702', name: 'Leusden-Zuid', inhabitants: 5_430, dwellings: 2_090 },
  { code: 'WK032703', name: 'Achterveld', inhabitants: 2_805, dwellings: 1_240 },
  { code: 'WK032704', name: 'Stoutenburg', inhabitants: 380, dwellings: 132 },
  { code: 'WK032705', name: "'t Ruige Veld", inhabitants: 3_540, dwellings: 1_689 },
] as const;
