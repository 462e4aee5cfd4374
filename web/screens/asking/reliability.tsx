import type { AskingPolicyView } from '@app/contracts/http/asking.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { Alert } from '../../parts/alert.js';
import { alertTriangle, circleCheck } from '../../parts/icons.js';
import { useNow } from '../../parts/use-now.js';
import { shortMomentText } from '../../time/time-texts.js';

const texts = nlOrganisers.asking.reliability;

type Bin = AskingPolicyView['reliability']['bins'][number];

function Seen({ bin }: { bin: Bin }) {
  if (bin.observed === null) return <span class="zb-soft">{texts.tooFew}</span>;
  return (
    <>
      {texts.share(bin.observed)}
      {bin.likelyFrom === null || bin.likelyUntil === null ? null : (
        <>
          <br />
          <span class="zb-soft zb-small">{texts.likely(bin.likelyFrom, bin.likelyUntil)}</span>
        </>
      )}
    </>
  );
}

const drawings = { holds: circleCheck, likelier: alertTriangle, 'less-likely': alertTriangle, off: alertTriangle };

/** Whether it holds, in a sentence. */
function Verdict({ verdict, since, error }: Pick<AskingPolicyView['reliability'], 'verdict' | 'since' | 'error'>) {
  const now = useNow();
  if (verdict === 'unknown') return <p>{texts.verdict.unknown}</p>;
  return (
    <Alert kind={verdict === 'holds' ? 'ok' : 'warning'} drawing={drawings[verdict]}>
      <p>
        <strong>{texts.verdict[verdict]}</strong>
        {since === null ? null : ` ${texts.since(shortMomentText(Date.parse(since), now))}`}
        {error === null ? null : ` ${texts.error(error)}`}
      </p>
    </Alert>
  );
}

/** Whether people say yes as often as was believed when they were asked. */
export function Reliability({ answers, bins, ...judged }: AskingPolicyView['reliability']) {
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="reliability">
      <h2 class="utrecht-heading-2" id="reliability">
        {texts.title}
      </h2>
      {bins.length === 0 ? <p>{texts.none}</p> : <p>{texts.lead(answers)}</p>}
      {answers === 0 ? null : <Verdict {...judged} />}
      {bins.length === 0 ? null : (
        <div class="zb-scroll">
          <table class="utrecht-table">
            <thead>
              <tr>
                <th scope="col">{texts.expected}</th>
                <th scope="col">{texts.observed}</th>
                <th scope="col" class="r">
                  {texts.asks}
                </th>
              </tr>
            </thead>
            <tbody>
              {bins.map((bin) => (
                <tr key={bin.from}>
                  <th scope="row">{texts.share(bin.expected)}</th>
                  <td>
                    <Seen bin={bin} />
                  </td>
                  <td class="r">{bin.asks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
