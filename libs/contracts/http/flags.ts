import { z } from 'zod';

export const flagKinds = [
  'money',
  'medication',
  'bodily-care',
  'diagnosis',
  'phone-number',
  'email-address',
  'address',
  'repeated',
] as const;

/** Something in a text that a coordinator should look at: it explains, and decides nothing. */
export const flagSchema = z
  .object({ kind: z.enum(flagKinds), found: z.string().describe('The words it is about; empty for a repeated text') })
  .meta({ id: 'Flag' });
export type FlagView = z.infer<typeof flagSchema>;
