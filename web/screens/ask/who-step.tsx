import { t } from '../../messages/texts.js';
import { CheckChoice } from '../../parts/choice.js';
import { errorAt } from '../../parts/error-summary.js';
import { FieldError, TextField } from '../../parts/field.js';
import { InlineRadios } from '../../parts/inline-radios.js';
import { change, draft } from './draft-store.js';
import { EvidenceLine } from './evidence-line.js';
import type { StepProps } from './step-props.js';

type ContactField = 'givenName' | 'familyName' | 'email' | 'phone';

/** For the asker, or for somebody dear to them who agrees. */
function ForWhom({ errors }: Pick<StepProps, 'errors'>) {
  const { forWhom, relativeName, consent } = draft.value;
  const missing = errorAt(errors, 'consent');
  return (
    <>
      <InlineRadios
        id="forWhom"
        title={t.ask.forWhom.title}
        value={forWhom}
        onValue={(value) => change({ forWhom: value === 'relative' ? 'relative' : 'me' })}
        options={[
          { value: 'me', text: t.ask.forWhom.me },
          { value: 'relative', text: t.ask.forWhom.relative },
        ]}
      />
      {forWhom === 'me' ? null : (
        <div class="zb-reveal zb-flow">
          <TextField
            id="relativeName"
            label={t.ask.forWhom.name}
            hint={t.ask.forWhom.nameHint}
            error={errorAt(errors, 'relativeName')}
            value={relativeName}
            onValue={(name) => change({ relativeName: name })}
          />
          <div class={missing === undefined ? 'zb-field' : 'zb-field zb-field--error'}>
            <FieldError id="consent" error={missing} />
            <CheckChoice
              id="consent"
              name="consent"
              checked={consent}
              onChoose={() => change({ consent: !consent })}
              title={t.ask.forWhom.consent}
            />
          </div>
        </div>
      )}
    </>
  );
}

/** How to reach a guest; who is signed in only looks the request over. */
export function WhoStep({ errors, signedIn }: StepProps) {
  if (signedIn) {
    return (
      <>
        <div class="zb-flow zb-flow--xs">
          <h1 class="utrecht-heading-1">{t.ask.who.signedInTitle}</h1>
          <p>{t.ask.who.signedInLead}</p>
          {draft.value.sameNeighbourAs === '' ? null : <p>{t.request.again.sameText}</p>}
        </div>
        <ForWhom errors={errors} />
        <EvidenceLine />
      </>
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
      <ForWhom errors={errors} />
      <TextField {...field('givenName')} label={t.signIn.givenName} autocomplete="given-name" />
      <TextField {...field('familyName')} label={t.ask.who.familyName} autocomplete="family-name" />
      <TextField
        {...field('email')}
        label={t.ask.who.email}
        hint={t.ask.who.emailHint}
        type="email"
        autocomplete="email"
      />
      <TextField {...field('phone')} label={t.signIn.phone} hint={t.ask.who.phoneHint} type="tel" autocomplete="tel" />
      <EvidenceLine />
    </>
  );
}
