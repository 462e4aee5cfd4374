export { ConversationsModule } from './conversations.module.js';
export { conversationReactions } from './conversations.reactions.js';
