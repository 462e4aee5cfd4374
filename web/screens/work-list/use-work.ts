import { useState } from 'preact/hooks';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { useCommand } from '../../parts/use-command.js';
import { titleOf } from './work-items.js';

/** What was just done, in words, and the way back where there is one. */
export interface WorkNews {
  readonly text: string;
  readonly undo?: WorkItem;
}

/** What an organiser does with items. After each the list is read again, also when somebody else was first. */
export function useWork(reload: () => void) {
  const { failure, run } = useCommand();
  const [news, setNews] = useState<WorkNews>();

  const told = async (doing: Promise<{ data: unknown } | undefined>, what: WorkNews | undefined): Promise<boolean> => {
    const done = (await doing) !== undefined;
    setNews(done ? what : undefined);
    reload();
    return done;
  };
  const assign = (item: WorkItem, personId: string | null): Promise<boolean> =>
    told(
      run(() => call('assignWorkItem', { id: item.id, version: item.version, body: { personId } })),
      undefined,
    );
  const finish = (item: WorkItem): Promise<boolean> => {
    const { id, version, kind, subjectId } = item;
    const text = nlOrganisers.workList.undo.finished(titleOf(item));
    if (kind === 'review')
      return told(
        run(() => call('approveHelpRequest', { id: subjectId })),
        { text },
      );
    return told(
      run(() => call('finishWorkItem', { id, version })),
      { text, undo: item },
    );
  };
  const undo = (item: WorkItem): Promise<boolean> =>
    told(
      run(() => call('reopenWorkItem', { id: item.id })),
      undefined,
    );
  const approveTogether = async (helpRequestIds: readonly string[]): Promise<void> => {
    const done = await run(() => call('approveTogether', { body: { helpRequestIds: [...helpRequestIds] } }));
    if (done !== undefined) {
      const { approved, refused } = done.data;
      const left = refused.length === 0 ? '' : ` ${nlOrganisers.workList.bulk.left(refused.length)}`;
      setNews({ text: nlOrganisers.workList.bulk.done(approved.length) + left });
    }
    reload();
  };
  return { failure, news, assign, finish, undo, approveTogether };
}
