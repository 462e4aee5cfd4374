import type { ComponentChildren } from 'preact';
import { nlOrganisers } from '../messages/nl-organisers.js';
import { me } from '../session/session.js';
import { lock } from './icons.js';
import { SignedInOnly } from './signed-in-only.js';
import { StateCard } from './state-card.js';

/** A page for coordinators and the desk; anyone else who is signed in reads why it is empty. */
export function OrganisersOnly({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <SignedInOnly>
      <div class="zb-wrap zb-flow">
        {me.value?.capabilities.includes('coordinate') === true ? (
          children
        ) : (
          <>
            <h1 class="utrecht-heading-1">{title}</h1>
            <StateCard
              drawing={lock}
              title={nlOrganisers.workList.forbidden}
              text={nlOrganisers.workList.forbiddenText}
            />
          </>
        )}
      </div>
    </SignedInOnly>
  );
}
