import { useLocation, useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { me } from '../../session/session.js';
import { Loading } from '../../parts/loading.js';
import { places, placesFailure } from '../../places/places.js';
import { clockKnown, serviceNow } from '../../time/service-clock.js';
import { steps, type Step } from './draft.js';
import { allowedStep } from './draft-rules.js';
import { draft } from './draft-store.js';
import { CodeStep } from './code-step.js';
import { loadEvidence } from './evidence-line.js';
import { StepScreen } from './step-screen.js';

function isStep(name: string): name is Step {
  return (steps as readonly string[]).includes(name);
}

/** Ask for help: five questions, one a screen, each with its own address so that "back" works. */
export default function AskScreen() {
  const { params } = useRoute();
  const { route } = useLocation();
  const asked = params['step'] ?? '';
  const onCode = asked === 'code';
  const signedIn = me.value !== null && me.value !== undefined;
  const target = isStep(asked) ? allowedStep(asked, draft.value, serviceNow(), { signedIn }) : 'wat';

  // What is past depends on the clock of the service: do not send anyone back before it is known.
  const ready = clockKnown.value || placesFailure.value !== undefined || places.value !== undefined;
  useEffect(() => {
    if (ready && !onCode && target !== asked) route(`/vraag/${target}`, true);
  }, [asked, ready]);

  useEffect(() => void loadEvidence(), []);

  return (
    <div class="zb-wrap">
      {onCode ? <CodeStep /> : null}
      {!onCode && ready && isStep(asked) ? <StepScreen key={asked} step={asked} signedIn={signedIn} /> : null}
      {onCode || ready ? null : <Loading />}
    </div>
  );
}
