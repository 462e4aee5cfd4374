import { useState } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { Alert } from '../../parts/alert.js';
import { circleCheck } from '../../parts/icons.js';
import { ConfirmHelper, type ConfirmWords } from '../request/confirm-helper.js';
import { helperNames } from '../request/request-texts.js';
import { askerNameOf } from '../request/whose-request.js';

const texts = nlOrganisers.workList.confirm;

/** True for whoever asked by telephone or through a doctor: without e-mail they say their yes to an organiser. */
function isToldByPhone({ onBehalfOf }: HelpRequestView): boolean {
  return onBehalfOf !== undefined && onBehalfOf.relation !== 'relative';
}

function wordsOf(request: HelpRequestView): ConfirmWords {
  const asker = askerNameOf(request);
  return {
    title: texts.title(helperNames(request), request.helpers?.length ?? 0),
    text: isToldByPhone(request) ? texts.byPhone(asker) : texts.instead(asker),
    address: texts.address(asker),
    addressHint: texts.addressHint,
    yes: texts.yes(asker),
  };
}

/** A neighbour said yes: an organiser asks whoever needs the help whether that is good, and says so here. */
export function ConfirmForAsker({ request, onChanged }: { request: HelpRequestView; onChanged: () => void }) {
  const [confirmed, setConfirmed] = useState(false);
  const waits = request.actions.includes('confirm');
  return (
    <>
      <div role="status">
        {confirmed && !waits ? (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{texts.done(helperNames(request), askerNameOf(request))}</p>
          </Alert>
        ) : null}
      </div>
      {waits ? (
        <ConfirmHelper
          request={request}
          words={wordsOf(request)}
          onChanged={() => {
            setConfirmed(true);
            onChanged();
          }}
        />
      ) : null}
    </>
  );
}
