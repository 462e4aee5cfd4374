import type { AdministratorInput } from './arguments.js';
import type { MadeAdministrator } from './create-administrator.js';

/** What was made and what comes next; tells nothing about a person that was not typed just now. */
export function reportOf(
  input: AdministratorInput,
  made: MadeAdministrator,
  { gaveDistricts, isEmbedded }: { readonly gaveDistricts: boolean; readonly isEmbedded: boolean },
): string {
  const state = (isNew: boolean): string => (isNew ? 'made' : 'was there, unchanged');
  return [
    `municipality ${input.municipalityCode} ${input.municipalityName}: ${state(made.municipality)}`,
    ...(gaveDistricts
      ? [`neighbourhoods: ${made.neighbourhoods > 0 ? `${made.neighbourhoods} imported` : 'were there, unchanged'}`]
      : []),
    `desk: ${state(made.desk)}`,
    `administrator ${input.email}: ${state(made.administrator)}`,
    // With an embedded database the demonstration starts, unless it is told not to.
    `Next: start the application${isEmbedded ? ' with DEMONSTRATION=off and SMTP_URL' : ''} and sign in at /inloggen with the code that is mailed to this address.`,
    'Then fill in a telephone number: people whose request finds no neighbour call the desk.',
    '',
  ].join('\n');
}
