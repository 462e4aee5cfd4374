import { useState } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { TextField } from '../../parts/field.js';
import { Icon } from '../../parts/icon.js';
import { check } from '../../parts/icons.js';
import { useCommand } from '../../parts/use-command.js';
import { helperNames } from './request-texts.js';

/** What is asked, in the words of who looks. */
export interface ConfirmWords {
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly addressHint: string;
  readonly yes: string;
}

function wordsOfAsker(request: HelpRequestView): ConfirmWords {
  const { title, button, address, addressHint } = t.request.confirm;
  return {
    title: title(helperNames(request), request.helpers?.length ?? 0),
    text: t.request.status.matchedText,
    address,
    addressHint,
    yes: button,
  };
}

interface ConfirmHelperProps {
  readonly request: HelpRequestView;
  readonly words?: ConfirmWords;
  readonly onChanged: (request: HelpRequestView) => void;
}

/** Says for the asker that the neighbour is welcome. Only then the address goes to that neighbour. */
export function ConfirmHelper({ request, words = wordsOfAsker(request), onChanged }: ConfirmHelperProps) {
  const needsAddress = request.hasAddress !== true && (request.address === null || request.address === undefined);
  const [address, setAddress] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const { busy, failure, run } = useCommand();

  const confirm = async (): Promise<void> => {
    const given = address.trim();
    const faults = needsAddress && given === '' ? [{ field: 'address', message: t.ask.errors.address }] : [];
    setErrors(faults);
    if (faults.length > 0) return;
    const body = needsAddress ? { address: given } : {};
    const done = await run(() => call('confirmHelpRequest', { id: request.id, body }));
    if (done !== undefined) onChanged(done.data);
  };

  return (
    <form
      class="zb-card zb-flow"
      noValidate
      aria-labelledby="confirm"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <ErrorSummary errors={errors} />
      <h2 class="utrecht-heading-2" id="confirm">
        {words.title}
      </h2>
      <p>{words.text}</p>
      {needsAddress ? (
        <TextField
          id="address"
          label={words.address}
          hint={words.addressHint}
          error={errorAt(errors, 'address')}
          value={address}
          onValue={setAddress}
          autocomplete="street-address"
        />
      ) : null}
      <CommandFailure failure={failure} />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          <Icon drawing={check} />
          {words.yes}
        </ActionButton>
      </div>
    </form>
  );
}
