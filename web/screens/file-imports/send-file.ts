import { signal } from '@preact/signals';
import { importPartBytes } from '@app/contracts/http/import-limits.js';
import type { FileImportView } from '@app/contracts/http/file-imports.js';
import { call, type Failure } from '../../api/call.js';

const pauseMs = 2_000;
/** What passes by itself: the same part is sent again after a while. */
const passing = new Set<Failure['code']>(['unreachable', 'store-unavailable', 'too-many-requests', 'internal-error']);

/** The file this tab is sending, also while somebody looks at another page. */
export const sending = signal<{ readonly id: string; readonly received: number; readonly lost: boolean } | undefined>(
  undefined,
);

/** SHA-256 in hexadecimal, by which a file is known again. */
export async function hashOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends what the server does not have yet, part by part, and goes on by itself when the connection was lost. */
export async function sendFile(file: Blob, { id, receivedBytes }: FileImportView): Promise<Failure | undefined> {
  let received = receivedBytes;
  try {
    while (received < file.size) {
      sending.value = { id, received, lost: sending.value?.lost === true };
      const content = await base64Of(file.slice(received, received + importPartBytes));
      const answer = await call('sendImportPart', { id, body: { startsAt: received, content } });
      if (answer.ok) {
        received = answer.data.receivedBytes;
        sending.value = { id, received, lost: false };
        continue;
      }
      if (!passing.has(answer.code)) return answer;
      sending.value = { id, received, lost: true };
      await new Promise((resolve) => void setTimeout(resolve, pauseMs));
    }
    return undefined;
  } finally {
    sending.value = undefined;
  }
}

async function base64Of(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
