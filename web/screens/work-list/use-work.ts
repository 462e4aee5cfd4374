import { useState } from 'preact/hooks';
import type { ProblemCode } from '@app/contracts/errors/problem.js';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { call, type Answer, type Failure } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { useCommand } from '../../parts/use-command.js';
import { titleOf } from './work-items.js';

/** What was just done, in words, and the way back where there is one. */
interface WorkNews {
  readonly text: string;
  readonly undo?: readonly WorkItem[];
}

const texts = nlOrganisers.workList;
/** What is answered when somebody else was first: it changed, or stands on the list no more. */
const cameSecond = new Set<Failure['code']>(['stale-version', 'not-found'] satisfies ProblemCode[]);

/** Ticks off one after the other. @returns those that were still there */
async function finishEach(items: readonly WorkItem[]): Promise<readonly WorkItem[]> {
  const done: WorkItem[] = [];
  for (const item of items) {
    const answer = await call('finishWorkItem', { id: item.id, version: item.version });
    if (answer.ok) done.push(item);
  }
  return done;
}

/** What an organiser does with items. After each the list is read again, also when somebody else was first. */
export function useWork(reload: () => void) {
  const { failure, run } = useCommand();
  const [news, setNews] = useState<WorkNews>();
  const [lateId, setLateId] = useState<string>();

  const act = async (item: WorkItem, make: () => Promise<Answer<unknown>>, what?: WorkNews): Promise<boolean> => {
    let isLate = false;
    const done = await run(async () => {
      const answer = await make();
      isLate = !answer.ok && cameSecond.has(answer.code);
      return answer;
    });
    setLateId(isLate ? item.subjectId : undefined);
    setNews(done === undefined ? undefined : what);
    reload();
    return done !== undefined;
  };
  const assign = (item: WorkItem, personId: string | null): Promise<boolean> =>
    act(item, () => call('assignWorkItem', { id: item.id, version: item.version, body: { personId } }));
  const finish = (item: WorkItem): Promise<boolean> =>
    act(item, () => call('finishWorkItem', { id: item.id, version: item.version }), {
      text: texts.undo.finished(titleOf(item)),
      undo: [item],
    });
  const finishTogether = async (items: readonly WorkItem[]): Promise<void> => {
    const done = await run(async () => ({ ok: true as const, data: await finishEach(items) }));
    if (done === undefined) return;
    const missed = items.length - done.data.length;
    const left = missed === 0 ? '' : ` ${texts.together.left(missed)}`;
    setNews({ text: texts.together.done(done.data.length) + left, undo: done.data });
    reload();
  };
  const undo = async (): Promise<void> => {
    const items = news?.undo ?? [];
    if (items.length === 0) return;
    setNews(undefined);
    for (const { id } of items) await call('reopenWorkItem', { id });
    reload();
  };
  const approveTogether = async (helpRequestIds: readonly string[]): Promise<void> => {
    const done = await run(() => call('approveTogether', { body: { helpRequestIds: [...helpRequestIds] } }));
    if (done !== undefined) {
      const { approved, refused } = done.data;
      const left = refused.length === 0 ? '' : ` ${texts.bulk.left(refused.length)}`;
      setNews({ text: texts.bulk.done(approved.length) + left });
    }
    reload();
  };
  const readLate = (): void => setLateId(undefined);
  return { failure, news, lateId, readLate, assign, finish, finishTogether, undo, approveTogether };
}
