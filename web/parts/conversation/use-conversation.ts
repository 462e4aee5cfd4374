import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ConversationView } from '@app/contracts/http/conversations.js';
import { call, type Failure } from '../../api/call.js';
import { useHints } from '../../realtime/use-hints.js';
import { useLoaded } from '../use-loaded.js';

/** A text that did not arrive, with the id under which it is tried again. */
export interface Unsent {
  readonly id: string;
  readonly text: string;
  readonly failure: Failure;
}

export interface ConversationState {
  readonly conversation: ConversationView | undefined;
  readonly failure: Failure | undefined;
  readonly reload: () => void;
  readonly busy: boolean;
  readonly unsent: Unsent | undefined;
  /** True when it arrived. The same text after a failure is the same message, so it cannot arrive twice. */
  readonly send: (text: string) => Promise<boolean>;
}

/** Tells the other side what was read, while the page is really in front of somebody. */
function useReading(conversation: ConversationView | undefined): void {
  const told = useRef(0);
  const version = conversation?.version ?? 0;
  useEffect(() => {
    const tell = (): void => {
      if (!conversation || conversation.unread === 0 || document.visibilityState !== 'visible') return;
      if (told.current >= version) return;
      told.current = version;
      void call('readConversation', { id: conversation.id, body: { number: version } });
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [conversation, version]);
}

/** The conversation of one agreement: live, read, and with what could not be sent kept. */
export function useConversation(id: string): ConversationState {
  const load = useCallback(() => call('getConversation', { id }), [id]);
  const { data: conversation, failure, reload } = useLoaded(id, load);
  const [unsent, setUnsent] = useState<Unsent>();
  const [busy, setBusy] = useState(false);
  const hear = useCallback((frame: { id: string }) => (frame.id === id ? reload() : undefined), [id, reload]);
  useHints('conversation.changed', hear, reload);
  useReading(conversation);

  const send = async (text: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const messageId = unsent?.text === text ? unsent.id : crypto.randomUUID();
    const answer = await call('sendMessage', { id, body: { id: messageId, text } });
    setBusy(false);
    setUnsent(answer.ok ? undefined : { id: messageId, text, failure: answer });
    if (answer.ok) reload();
    return answer.ok;
  };
  return { conversation, failure, reload, busy, unsent, send };
}
