import { useState } from 'preact/hooks';
import { call } from '../api/call.js';
import { nlOrganisers } from '../messages/nl-organisers.js';
import { wallTimeOf } from '../time/amsterdam.js';
import { fullDayText } from '../time/time-texts.js';
import { ActionButton } from './action.js';
import { CommandFailure } from './command-failure.js';
import { MadePdf, useMadePdf } from './made-pdf.js';
import { useCommand } from './use-command.js';

const texts = nlOrganisers.followCode;

/** `A van Anton, 7, ...`: as it is said on the telephone. */
function spelled(code: string): string {
  return code
    .replace('-', '')
    .split('')
    .map((sign) => (texts.letters[sign] === undefined ? sign : `${sign} van ${texts.letters[sign]}`))
    .join(', ');
}

function useCode(about: 'question' | 'request', id: string) {
  const { busy, failure, run } = useCommand();
  const { href, put } = useMadePdf();
  const [made, setMade] = useState<{ readonly code: string; readonly expiresAt: string }>();
  const make = async (): Promise<void> => {
    const operation = about === 'question' ? ('makeQuestionFollowCode' as const) : ('makeRequestFollowCode' as const);
    const done = await run(() => call(operation, { id }));
    if (done === undefined) return;
    put(done.data.pdf);
    setMade(done.data);
  };
  return { busy, failure, href, made, make };
}

/** A code to read aloud or to print, for somebody without e-mail who asked something by telephone. */
export function FollowCode({ about, id }: { about: 'question' | 'request'; id: string }) {
  const { busy, failure, href, made, make } = useCode(about, id);
  return (
    <section class="zb-flow zb-flow--xs" aria-label={texts.title}>
      <h3 class="utrecht-heading-3">{texts.title}</h3>
      {made === undefined ? <p class="zb-soft">{texts.lead}</p> : null}
      <div role="status" class="zb-flow zb-flow--xs">
        {made === undefined ? null : (
          <>
            <p>
              {texts.read} <strong>{spelled(made.code)}</strong>
            </p>
            <p>
              <code>{made.code}</code>
            </p>
            <p>{texts.where(`${location.host}/volg`)}</p>
            <p class="zb-soft zb-small">
              {texts.once} {texts.until(fullDayText(wallTimeOf(Date.parse(made.expiresAt)).day))}
            </p>
          </>
        )}
      </div>
      <CommandFailure failure={failure} />
      <MadePdf href={href} ready={texts.ready} save={texts.save} file={texts.file} />
      <div>
        <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void make()}>
          {made === undefined ? texts.make : texts.again}
        </ActionButton>
      </div>
    </section>
  );
}
