import { useState } from 'preact/hooks';
import type { DeskParty, DeskQuestion } from '@app/contracts/http/desk.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { ChooseAndPress } from '../../parts/choose-and-press.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { telephoneLink } from '../../parts/telephone.js';
import { useCommand } from '../../parts/use-command.js';

const texts = nlOrganisers.deskWork;

export type NamedParty = DeskParty & { readonly name: string };

interface RouteProps {
  readonly question: DeskQuestion;
  readonly parties: readonly NamedParty[];
  /** Also when somebody else was first: what stands there now is read again. */
  readonly onDone: () => void;
}

const keyOf = ({ kind, organisationId }: DeskParty): string => organisationId ?? kind;

/** Offer it to another, or take it back; until somebody takes it, nothing moves. */
export function OfferQuestion({ question, parties, onDone }: RouteProps) {
  const { busy, failure, run } = useCommand();
  const { id, version, owner, desk } = question;
  const offer = async (to: NamedParty | undefined): Promise<void> => {
    const party = to === undefined ? null : { kind: to.kind, organisationId: to.organisationId };
    await run(() => call('offerDeskQuestion', { id, version, body: { to: party } }));
    onDone();
  };
  if (desk?.offeredTo) {
    return (
      <div class="zb-flow zb-flow--xs">
        <p>{texts.offered(desk.offeredTo.name)}</p>
        <CommandFailure failure={failure} />
        <div>
          <ActionButton kind="plain" sizes={['dense']} busy={busy} onPress={() => void offer(undefined)}>
            {texts.withdraw}
          </ActionButton>
        </div>
      </div>
    );
  }
  const others = parties.filter((party) => keyOf(party) !== keyOf(owner));
  return (
    <div class="zb-flow zb-flow--xs">
      <ChooseAndPress
        id={`offer-${id}`}
        label={texts.offer}
        value=""
        press={texts.offerPress}
        busy={busy}
        onChosen={(key) => void offer(others.find((party) => keyOf(party) === key))}
        options={[
          { value: '', text: texts.choose },
          ...others.map((party) => ({ value: keyOf(party), text: party.name })),
        ]}
      />
      <CommandFailure failure={failure} />
    </div>
  );
}

/** Take what is offered, or leave it where it is. */
export function TakeQuestion({ question, onDone }: Omit<RouteProps, 'parties'>) {
  const { busy, failure, run } = useCommand();
  const { id, version } = question;
  const answer = async (take: boolean): Promise<void> => {
    await run(() => call('answerDeskOffer', { id, version, body: { take } }));
    onDone();
  };
  return (
    <div class="zb-flow zb-flow--xs">
      <p>{texts.offeredToYou}</p>
      <CommandFailure failure={failure} />
      <div class="zb-row">
        <ActionButton sizes={['dense']} busy={busy} onPress={() => void answer(true)}>
          {texts.take}
        </ActionButton>
        <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void answer(false)}>
          {texts.leave}
        </ActionButton>
      </div>
    </div>
  );
}

/** The number of who asked; looking is written down, and the asker can see it. */
export function AskerNumber({ id }: { id: string }) {
  const { busy, failure, run } = useCommand();
  const [phone, setPhone] = useState<string | null>();
  const show = async (): Promise<void> => {
    const seen = await run(() => call('viewDeskAsker', { id, body: { reason: 'call-about-request' } }));
    if (seen !== undefined) setPhone(seen.data.phone);
  };
  return (
    <div role="status">
      <CommandFailure failure={failure} />
      {phone === undefined ? (
        <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void show()}>
          {texts.number}
        </ActionButton>
      ) : phone === null ? (
        <p>{texts.noNumber}</p>
      ) : (
        <ActionLink kind="secondary-action" sizes={['dense']} href={telephoneLink(phone)}>
          {phone}
        </ActionLink>
      )}
    </div>
  );
}
