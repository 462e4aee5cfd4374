import type { MessageView } from '@app/contracts/http/conversations.js';
import type { PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { StoredMessage } from './conversation.store.js';

/** Where a ciphertext belongs: a message moved to another conversation does not open. */
function placeOf(conversationId: string, messageId: string) {
  return { table: 'message', column: 'body_enc', rowId: `${conversationId}/${messageId}` };
}

export function sealedMessage(cipher: PersonCipher, conversationId: string, messageId: string, text: string): Buffer {
  return cipher.seal(text, placeOf(conversationId, messageId));
}

/** The words of a message; null when whoever wrote it was erased. */
export function openMessage(
  cipher: PersonCipher | undefined,
  conversationId: string,
  { id, body }: StoredMessage,
): string | null {
  return cipher?.open(body, placeOf(conversationId, id)) ?? null;
}

export function messageView(
  { id, number, senderId, sentAt, byMail }: StoredMessage,
  personId: string,
  text: string | null,
): MessageView {
  return { id, number, mine: senderId === personId, text, sentAt: sentAt.toISOString(), byMail };
}
