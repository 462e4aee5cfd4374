import type { ComponentChildren } from 'preact';
import type { Me } from '@app/contracts/http/people.js';
import { nlOrganisers } from '../messages/nl-organisers.js';
import { me } from '../session/session.js';
import { TextLink } from './action.js';
import { lock } from './icons.js';
import { SignedInOnly } from './signed-in-only.js';
import { StateCard } from './state-card.js';
import { usePage } from './use-page.js';

interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly forbidden: string;
  readonly forbiddenText: string;
}

/** A page of organisers that stands beside the work list: the way back, what it is, and its content for who may. */
export function BesideWorkList({
  texts,
  may,
  children,
}: {
  readonly texts: Texts;
  /** One of these is enough. */
  readonly may: readonly Me['capabilities'][number][];
  readonly children: ComponentChildren;
}) {
  usePage(texts.title);
  const allowed = may.some((capability) => me.value?.capabilities.includes(capability));
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <div class="zb-measure zb-flow zb-flow--l">
          <div class="zb-flow zb-flow--xs">
            <p>
              <TextLink href="/werklijst">{nlOrganisers.workList.title}</TextLink>
            </p>
            <h1 class="utrecht-heading-1">{texts.title}</h1>
            <p>{texts.lead}</p>
          </div>
          {allowed ? children : <StateCard drawing={lock} title={texts.forbidden} text={texts.forbiddenText} />}
        </div>
      </div>
    </SignedInOnly>
  );
}
