import { flagsIn, type FlagKind } from '@app/domain/moderation/index.js';

/** Why something does not belong in a letter to many people; null for what does no harm there. */
const reasons: Readonly<Record<FlagKind, string | null>> = {
  money: 'Noem geen geld',
  medication: 'Noem geen medicijnen',
  'bodily-care': 'Vraag niet om hulp bij wassen of aankleden',
  diagnosis: 'Noem geen ziekte',
  'phone-number': 'Laat het telefoonnummer weg. Het nummer van uw vereniging staat al in de brief',
  'email-address': 'Laat het e-mailadres weg',
  address: 'Laat het adres weg',
  repeated: null,
};

/** What has to go from a coordinator's own words before they are sent, in Dutch. */
export function wordFaults(words: string): readonly string[] {
  return flagsIn(words).flatMap(({ kind, found }) => {
    const reason = reasons[kind];
    return reason === null ? [] : [`${reason}: ‘${found}’.`];
  });
}
