import type { ReplyReturnedData } from './data/to-members.js';

type Frame = Omit<ReplyReturnedData, 'replies' | 'conversationUrl'>;

/** To somebody whose answer by mail came too late. */
export function returnedReply(frame: Frame): { readonly 'reply-returned': ReplyReturnedData } {
  return {
    'reply-returned': {
      ...frame,
      replies: [{ fault: 'over', words: 'Ik kom iets later.' }],
      conversationUrl: 'https://leusden.example/afspraken/1#berichten',
    },
  };
}

/** The same letter for each other reason. */
export function otherReturned(data: ReplyReturnedData): ReplyReturnedData[] {
  return (['other-sender', 'empty', 'too-long', 'files-left'] as const).map((fault) => ({
    ...data,
    replies: [{ fault, words: null }],
  }));
}
