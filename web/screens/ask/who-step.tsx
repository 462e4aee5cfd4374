import { t } from '../../messages/texts.js';
import { errorAt } from '../../parts/error-summary.js';
import { TextField } from '../../parts/field.js';
import { change, draft } from './draft-store.js';
import type { StepProps } from './step-props.js';

type ContactField = 'givenName' | 'familyName' | 'email' | 'phone';

/** How to reach a guest; who is signed in only looks the request over. */
export function WhoStep({ errors, signedIn }: StepProps) {
  if (signedIn) {
    return (
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{t.ask.who.signedInTitle}</h1>
        <p>{t.ask.who.signedInLead}</p>
      </div>
    );
  }
  const field = (id: ContactField) => ({
    id,
    error: errorAt(errors, id),
    value: draft.value[id],
    onValue: (value: string) => change({ [id]: value }),
  });
  return (
    <>
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{t.ask.who.title}</h1>
        <p>{t.ask.who.privacy}</p>
      </div>
      <TextField {...field('givenName')} label={t.signIn.givenName} autocomplete="given-name" />
      <TextField {...field('familyName')} label={t.signIn.familyName} autocomplete="family-name" />
      <TextField
        {...field('email')}
        label={t.ask.who.email}
        hint={t.ask.who.emailHint}
        type="email"
        autocomplete="email"
      />
      <TextField
        {...field('phone')}
        label={t.signIn.phone}
        hint={t.signIn.phoneExample}
        type="tel"
        autocomplete="tel"
      />
    </>
  );
}
