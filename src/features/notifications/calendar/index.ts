import { CalendarFeedController, CalendarFileController } from './calendar.controllers.js';
import { CalendarFeeds } from './calendar-feeds.js';
import { FeedSources } from './feed-sources.js';

/** Agreements in one's own calendar; for the module of this feature. */
export const calendarControllers = [CalendarFeedController, CalendarFileController];
export const calendarProviders = [CalendarFeeds, FeedSources];
