import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';

type AccompanyWords = typeof t.trust.accompany;

interface AccompanyCardProps {
  readonly helpRequestId: string;
  readonly version: number;
  /** Of who looks; those of the asker when nothing is given. */
  readonly words?: AccompanyWords;
}

/**
 * Whether a coordinator comes along the first time, and the way to ask for it. Shows nothing to a neighbour when nobody
 * asked for it. The version makes it read again when the request changed.
 */
export function AccompanyCard({ helpRequestId, version, words: texts = t.trust.accompany }: AccompanyCardProps) {
  const { data, put } = useLoaded(`${helpRequestId} ${version}`, () => call('getAccompaniment', { id: helpRequestId }));
  const { busy, failure, run } = useCommand();
  if (data === undefined || (!data.wanted && !data.mayChange)) return null;
  const change = async (wanted: boolean): Promise<void> => {
    const done = await run(() => call('putAccompaniment', { id: helpRequestId, body: { wanted } }));
    if (done !== undefined) put(done.data);
  };
  const text = data.doneAt === null ? (data.wanted ? texts.wanted : texts.offer) : texts.done;
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--xs" aria-labelledby="along">
      <h2 class="utrecht-heading-3" id="along">
        {texts.title}
      </h2>
      <p role="status">{text}</p>
      <CommandFailure failure={failure} />
      {data.mayChange && data.doneAt === null ? (
        <p>
          <ActionButton
            kind={data.wanted ? 'plain' : 'secondary-action'}
            sizes={['dense']}
            busy={busy}
            onPress={() => void change(!data.wanted)}
          >
            {data.wanted ? texts.stop : texts.ask}
          </ActionButton>
        </p>
      ) : null}
    </section>
  );
}
