import { useState } from 'preact/hooks';
import type { ReportView, SanctionKind } from '@app/contracts/http/reports.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { ChoiceGroup, RadioChoice } from '../../parts/choice.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextAreaField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { useNow } from '../../parts/use-now.js';
import { useWritten } from '../../session/written-words.js';

type Outcome = SanctionKind | 'nothing';
export type Decided = 'decided' | 'too-late';

const texts = t.reports.list;
const outcomes = Object.keys(t.reports.outcomes) as Outcome[];
const periods = ['7', '14', '30', '90', '0'] as const;
const dayMs = 24 * 3_600_000;
const leastWords = 10;

interface Draft {
  readonly outcome: Outcome | undefined;
  readonly explanation: string;
  readonly days: string;
}

function faultsIn({ outcome, explanation }: Draft): FormError[] {
  if (outcome === undefined) return [{ field: 'outcome', message: texts.errors.outcome }];
  if (outcome === 'nothing' || explanation.trim().length >= leastWords) return [];
  return [{ field: 'explanation', message: texts.errors.explanation }];
}

function bodyOf({ outcome, explanation, days }: Draft & { readonly outcome: Outcome }, now: number) {
  if (outcome === 'nothing') return { outcome };
  const ends = outcome !== 'warning' && outcome !== 'removal' && days !== '0';
  const until = ends ? { until: new Date(now + Number(days) * dayMs).toISOString() } : {};
  return { outcome, explanation: explanation.trim(), ...until };
}

function Explain({
  draft,
  errors,
  change,
}: {
  draft: Draft;
  errors: readonly FormError[];
  change: (part: Partial<Draft>) => void;
}) {
  const { outcome, explanation, days } = draft;
  if (outcome === undefined || outcome === 'nothing') return null;
  const options = outcome === 'pause' ? periods.filter((period) => period !== '0') : periods;
  return (
    <>
      {outcome === 'warning' || outcome === 'removal' ? null : (
        <SelectField
          id="days"
          label={texts.howLong}
          value={days}
          onValue={(value) => change({ days: value })}
          options={options.map((value) => ({ value, text: texts.periods[value] }))}
        />
      )}
      <TextAreaField
        id="explanation"
        label={texts.explain}
        hint={texts.explainHint}
        error={errorAt(errors, 'explanation')}
        value={explanation}
        onValue={(value) => change({ explanation: value })}
      />
    </>
  );
}

interface OutcomesProps {
  readonly chosen: Outcome | undefined;
  readonly errors: readonly FormError[];
  readonly onChoose: (outcome: Outcome) => void;
}

function Outcomes({ chosen, errors, onChoose }: OutcomesProps) {
  return (
    <ChoiceGroup id="outcome-group" title={texts.decide} error={errorAt(errors, 'outcome')}>
      <div class="zb-choices">
        {outcomes.map((value, index) => (
          <RadioChoice
            key={value}
            id={index === 0 ? 'outcome' : `outcome-${value}`}
            name="outcome"
            checked={chosen === value}
            onChoose={() => onChoose(value)}
            title={t.reports.outcomes[value]}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

/** What was chosen and written until now; the words outlive a list that is read again. */
function useDraft(reportId: string) {
  const [explanation, write] = useWritten(reportId);
  const [chosen, setChosen] = useState<Omit<Draft, 'explanation'>>({ outcome: undefined, days: '14' });
  const change = ({ explanation: words, ...part }: Partial<Draft>): void => {
    if (words !== undefined) write(words);
    setChosen((before) => ({ ...before, ...part }));
  };
  return { draft: { ...chosen, explanation }, change };
}

/** What a coordinator decides about a report. When somebody else was first, nothing is written and the list says so. */
export function DecideReport({ report, onDone }: { report: ReportView; onDone: (how: Decided) => void }) {
  const now = useNow();
  const { busy, failure, run } = useCommand();
  const { draft, change } = useDraft(report.id);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const decide = async (): Promise<void> => {
    const { outcome } = draft;
    const faults = faultsIn(draft);
    setErrors(faults);
    if (outcome === undefined || faults.length > 0) return;
    const done = await run(async () => {
      const answer = await call('decideReport', {
        id: report.id,
        version: report.version,
        body: bodyOf({ ...draft, outcome }, now),
      });
      if (!answer.ok && answer.code === 'stale-version') onDone('too-late');
      return answer;
    });
    if (done !== undefined) onDone('decided');
  };
  return (
    <form
      class="zb-flow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <ErrorSummary errors={errors} />
      {report.helpRequestId === null ? null : (
        <p>
          <TextLink href={`/werklijst/${report.helpRequestId}`}>{texts.request}</TextLink>
        </p>
      )}
      <Outcomes chosen={draft.outcome} errors={errors} onChoose={(outcome) => change({ outcome, days: '14' })} />
      <Explain draft={draft} errors={errors} change={change} />
      <CommandFailure failure={failure} />
      <div>
        <ActionButton submit busy={busy}>
          {texts.send}
        </ActionButton>
      </div>
    </form>
  );
}
