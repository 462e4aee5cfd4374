import { NotificationRow } from './notification.row.js';

export { NotificationsModule } from './notifications.module.js';
export { notificationReactions } from './notifications.reactions.js';

/** Rows of this feature, for the data source. */
export const notificationEntities = [NotificationRow];
