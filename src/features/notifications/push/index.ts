import { PushController } from './push.controller.js';
import { PushRoad } from './push-road.js';
import { PushSubscriptions } from './push-subscriptions.js';

/** Messages to browsers; for the module of this feature. */
export const pushControllers = [PushController];
export const pushProviders = [PushSubscriptions, PushRoad];
