import { agreements } from './en/agreements.js';
import { answering } from './en/answering.js';
import { ask } from './en/ask.js';
import { asked } from './en/asked.js';
import { board } from './en/board.js';
import { calendar } from './en/calendar.js';
import { categories } from './en/categories.js';
import { circles } from './en/circles.js';
import { conversation } from './en/conversation.js';
import { desk } from './en/desk.js';
import { follow } from './en/follow.js';
import { frame } from './en/frame.js';
import { gatherings } from './en/gatherings.js';
import { invite } from './en/invite.js';
import { myData } from './en/my-data.js';
import { myHelp } from './en/my-help.js';
import { openness } from './en/openness.js';
import { pages } from './en/pages.js';
import { passkeys } from './en/passkeys.js';
import { places } from './en/places.js';
import { problems } from './en/problems.js';
import { push } from './en/push.js';
import { reports } from './en/reports.js';
import { request } from './en/request.js';
import { safety } from './en/safety.js';
import { rights } from './en/rights.js';
import { signIn } from './en/sign-in.js';
import { start } from './en/start.js';
import { thanks } from './en/thanks.js';
import { time } from './en/time.js';
import { trust } from './en/trust.js';
import { willing } from './en/willing.js';
import type { Translation } from './translation.js';

/** English, plain and polite. Names of organisations and places stay Dutch, as people meet them in the street. */
export const en: Translation = {
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
