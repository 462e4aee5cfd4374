import { useState } from 'preact/hooks';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

type Block = OperationResult<typeof operations.listBlocks>['blocks'][number];

const texts = t.safety.blocks;
const nameOf = ({ givenName }: Block): string => givenName ?? texts.gone;

function BlockRow({ block, onLift }: { block: Block; onLift: () => void }) {
  return (
    <li class="zb-card zb-card--tight zb-row zb-row--apart">
      <div>
        <p>
          <strong>{nameOf(block)}</strong>
        </p>
        <p class="zb-small zb-soft">{texts.since(fullDayText(wallTimeOf(Date.parse(block.since)).day))}</p>
      </div>
      <ActionButton kind="plain" sizes={['dense']} onPress={onLift}>
        <span aria-hidden="true">{texts.lift}</span>
        <span class="zb-hidden">{texts.liftOf(nameOf(block))}</span>
      </ActionButton>
    </li>
  );
}

/** Everyone this person blocked, each with the way back. */
function Blocks() {
  const { data, failure, reload } = useLoaded('blocks', () => call('listBlocks'));
  const command = useCommand();
  const [chosen, setChosen] = useState<Block>();
  const [lifted, setLifted] = useState(false);
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const lift = async ({ id }: Block): Promise<void> => {
    const done = await command.run(() => call('liftBlock', { id }));
    setChosen(undefined);
    setLifted(done !== undefined);
    reload();
  };
  return (
    <>
      <div role="status">
        {lifted ? (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{texts.lifted}</p>
          </Alert>
        ) : null}
      </div>
      <CommandFailure failure={command.failure} />
      {data.blocks.length === 0 ? (
        <StateCard drawing={moodSmile} title={texts.empty} text={texts.emptyText} />
      ) : (
        <ul class="zb-list-plain zb-flow zb-flow--s" aria-label={texts.list}>
          {data.blocks.map((block) => (
            <BlockRow key={block.id} block={block} onLift={() => setChosen(block)} />
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={chosen !== undefined}
        title={texts.sure}
        text={texts.sureText(chosen === undefined ? '' : nameOf(chosen))}
        yes={texts.yes}
        busy={command.busy}
        onYes={() => (chosen === undefined ? undefined : void lift(chosen))}
        onClose={() => setChosen(undefined)}
      />
    </>
  );
}

/** "Mijn blokkades". */
export default function BlocksScreen() {
  usePage(texts.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <div class="zb-measure zb-flow zb-flow--l">
          <div class="zb-flow zb-flow--xs">
            <h1 class="utrecht-heading-1">{texts.title}</h1>
            <p>{texts.lead}</p>
          </div>
          <Blocks />
        </div>
      </div>
    </SignedInOnly>
  );
}
