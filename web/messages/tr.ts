import { agreements } from './tr/agreements.js';
import { answering } from './tr/answering.js';
import { ask } from './tr/ask.js';
import { asked } from './tr/asked.js';
import { board } from './tr/board.js';
import { calendar } from './tr/calendar.js';
import { categories } from './tr/categories.js';
import { circles } from './tr/circles.js';
import { conversation } from './tr/conversation.js';
import { desk } from './tr/desk.js';
import { follow } from './tr/follow.js';
import { frame } from './tr/frame.js';
import { gatherings } from './tr/gatherings.js';
import { invite } from './tr/invite.js';
import { myData } from './tr/my-data.js';
import { myHelp } from './tr/my-help.js';
import { openness } from './tr/openness.js';
import { pages } from './tr/pages.js';
import { passkeys } from './tr/passkeys.js';
import { places } from './tr/places.js';
import { problems } from './tr/problems.js';
import { push } from './tr/push.js';
import { reports } from './tr/reports.js';
import { request } from './tr/request.js';
import { safety } from './tr/safety.js';
import { rights } from './tr/rights.js';
import { signIn } from './tr/sign-in.js';
import { start } from './tr/start.js';
import { thanks } from './tr/thanks.js';
import { time } from './tr/time.js';
import { trust } from './tr/trust.js';
import { willing } from './tr/willing.js';
import type { Translation } from './translation.js';

/** Turkish, plain, with siz. Names of organisations and places stay Dutch, as people meet them in the street. */
export const tr: Translation = {
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
