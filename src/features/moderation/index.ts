export { moderationReactions } from './watch-conduct.js';
export { ModerationModule } from './moderation.module.js';
