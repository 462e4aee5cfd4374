import { agreements } from './uk/agreements.js';
import { answering } from './uk/answering.js';
import { ask } from './uk/ask.js';
import { asked } from './uk/asked.js';
import { board } from './uk/board.js';
import { calendar } from './uk/calendar.js';
import { categories } from './uk/categories.js';
import { circles } from './uk/circles.js';
import { conversation } from './uk/conversation.js';
import { desk } from './uk/desk.js';
import { follow } from './uk/follow.js';
import { frame } from './uk/frame.js';
import { gatherings } from './uk/gatherings.js';
import { invite } from './uk/invite.js';
import { myData } from './uk/my-data.js';
import { myHelp } from './uk/my-help.js';
import { openness } from './uk/openness.js';
import { pages } from './uk/pages.js';
import { passkeys } from './uk/passkeys.js';
import { places } from './uk/places.js';
import { problems } from './uk/problems.js';
import { push } from './uk/push.js';
import { reports } from './uk/reports.js';
import { request } from './uk/request.js';
import { safety } from './uk/safety.js';
import { rights } from './uk/rights.js';
import { signIn } from './uk/sign-in.js';
import { start } from './uk/start.js';
import { thanks } from './uk/thanks.js';
import { time } from './uk/time.js';
import { trust } from './uk/trust.js';
import { willing } from './uk/willing.js';
import type { Translation } from './translation.js';

/** Ukrainian, plain, with Ви. Names of organisations and places stay Dutch, as people meet them in the street. */
export const uk: Translation = {
  agreements,
  answering,
  ask,
  asked,
  board,
  calendar,
  categories,
  circles,
  conversation,
  desk,
  follow,
  frame,
  gatherings,
  invite,
  myData,
  myHelp,
  openness,
  pages,
  passkeys,
  places,
  problems,
  push,
  reports,
  request,
  safety,
  rights,
  signIn,
  start,
  thanks,
  time,
  trust,
  willing,
};
