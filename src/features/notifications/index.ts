import { NotificationRow } from './notification.row.js';

export { ActionTokens } from './action-tokens.js';
export type { FeedEntry } from './calendar/feed-file.js';
export { FeedSources } from './calendar/feed-sources.js';
export { NotificationsModule } from './notifications.module.js';
export { notificationReactions } from './notifications.reactions.js';
export { OwnLetters, type CircleLetterFacts, type GatheringLetterFacts, type OwnLetterFacts } from './own-letters.js';
export type { ReplyFault } from './templates/data/to-members.js';
export { ReplyAddresses, type ReplyAddressee } from './reply-addresses.js';
export { StillTrue } from './still-true.js';

/** Rows of this feature, for the data source. */
export const notificationEntities = [NotificationRow];
