import { useState } from 'preact/hooks';
import type { FileImportView } from '@app/contracts/http/file-imports.js';
import { largestImportBytes } from '@app/contracts/http/import-limits.js';
import { call, type Answer, type Failure } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { hashOf, sendFile } from './send-file.js';

const texts = nlOrganisers.fileImports.add;

/** What keeps a file from being sent, for people. */
function faultOf(file: File | undefined): string | undefined {
  if (file === undefined) return texts.none;
  if (file.size === 0) return texts.empty;
  return file.size > largestImportBytes ? texts.tooLarge(file.size) : undefined;
}

/** What is chosen to send, and sending it; a file that was half in goes on where it was. */
export function useNewImport(imports: readonly FileImportView[], onStarted: () => void) {
  const [kind, setKind] = useState<FileImportView['kind']>('members');
  const [associationId, setAssociationId] = useState('');
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  const begin = async (chosen: File): Promise<Answer<FileImportView>> => {
    const sha256 = await hashOf(chosen);
    const half = imports.find((one) => one.status === 'receiving' && one.kind === kind && one.sha256 === sha256);
    if (half !== undefined) return call('getImport', { id: half.id });
    const by = kind === 'members' && associationId !== '' ? associationId : null;
    return call('startImport', { body: { kind, associationId: by, bytes: chosen.size, sha256 } });
  };

  const submit = async (): Promise<void> => {
    if (busy) return;
    const wrong = faultOf(file);
    setFault(wrong);
    setFailure(undefined);
    if (file === undefined || wrong !== undefined) return;
    setBusy(true);
    try {
      const begun = await begin(file);
      if (begun.ok) onStarted();
      setFailure(begun.ok ? await sendFile(file, begun.data) : begun);
    } catch {
      // The browser may no longer read a file that was changed after it was chosen.
      setFault(texts.unreadable);
    } finally {
      setBusy(false);
      onStarted();
    }
  };
  return { kind, setKind, associationId, setAssociationId, setFile, fault, failure, busy, submit };
}
