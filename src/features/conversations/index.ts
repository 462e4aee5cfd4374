export { ConversationsModule } from './conversations.module.js';
export { ReplyDoor } from './reply-mail/reply-door.js';
export { conversationReactions } from './conversations.reactions.js';
