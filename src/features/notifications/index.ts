import { NotificationRow } from './notification.row.js';

export { ActionTokens } from './action-tokens.js';
export { NotificationsModule } from './notifications.module.js';
export { notificationReactions } from './notifications.reactions.js';
export { OwnLetters } from './own-letters.js';
export { StillTrue } from './still-true.js';

/** Rows of this feature, for the data source. */
export const notificationEntities = [NotificationRow];
