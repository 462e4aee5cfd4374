import { useState } from 'preact/hooks';
import type { ContactDetails, ViewReason } from '@app/contracts/http/contact-views.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { SelectField } from '../../parts/field.js';
import { Icon } from '../../parts/icon.js';
import { eye, mapPin, phone, user } from '../../parts/icons.js';
import { KeyValues } from '../../parts/key-values.js';
import { telephoneLink } from '../../parts/telephone.js';
import { useCommand } from '../../parts/use-command.js';

const texts = t.safety.reveal;
const reasons = Object.keys(t.safety.reasons) as ViewReason[];

function CallLine({ name, number }: { name: string; number: string | null }) {
  if (number === null) return <>{texts.noPhone}</>;
  return (
    <ActionLink kind="secondary-action" sizes={['dense']} href={telephoneLink(number)}>
      <Icon drawing={phone} />
      {t.frame.call(name)}: {number}
    </ActionLink>
  );
}

/** What was asked for, and that it was written down. */
function Details({ details }: { details: ContactDetails }) {
  const { asker, address, helpers } = details;
  return (
    <div class="zb-flow zb-flow--s" role="status">
      <KeyValues
        items={[
          {
            icon: <Icon drawing={user} />,
            label: texts.name,
            value: [asker.givenName, asker.familyName ?? ''].join(' ').trim(),
          },
          {
            icon: <Icon drawing={phone} />,
            label: texts.phone,
            value: <CallLine name={asker.givenName} number={asker.phone} />,
          },
          { icon: <Icon drawing={mapPin} />, label: texts.address, value: address ?? texts.noAddress },
          ...helpers.map((helper) => ({
            icon: <Icon drawing={phone} />,
            label: texts.helper(helper.givenName),
            value: <CallLine name={helper.givenName} number={helper.phone} />,
          })),
        ]}
      />
      <p class="zb-small zb-soft">{texts.noted}</p>
    </div>
  );
}

/** Telephone and address of a request somebody looks after: with a reason, because each look is written down. */
export function ContactReveal({ helpRequestId }: { helpRequestId: string }) {
  const { busy, failure, run } = useCommand();
  const [reason, setReason] = useState<ViewReason>('call-about-request');
  const [details, setDetails] = useState<ContactDetails>();
  if (details !== undefined) return <Details details={details} />;
  const show = async (): Promise<void> => {
    const done = await run(() => call('viewContactDetails', { id: helpRequestId, body: { reason } }));
    setDetails(done?.data);
  };
  return (
    <div class="zb-flow zb-flow--xs">
      <SelectField
        small
        id="view-reason"
        label={texts.why}
        value={reason}
        onValue={(value) => setReason(reasons.find((known) => known === value) ?? reason)}
        options={reasons.map((value) => ({ value, text: t.safety.reasons[value] }))}
      />
      <div>
        <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void show()}>
          <Icon drawing={eye} />
          {texts.show}
        </ActionButton>
      </div>
      <CommandFailure failure={failure} />
    </div>
  );
}
