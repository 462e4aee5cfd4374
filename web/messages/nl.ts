import { agreements } from './nl/agreements.js';
import { answering } from './nl/answering.js';
import { ask } from './nl/ask.js';
import { asked } from './nl/asked.js';
import { board } from './nl/board.js';
import { calendar } from './nl/calendar.js';
import { categories } from './nl/categories.js';
import { circles } from './nl/circles.js';
import { conversation } from './nl/conversation.js';
import { desk } from './nl/desk.js';
import { follow } from './nl/follow.js';
import { frame } from './nl/frame.js';
import { gatherings } from './nl/gatherings.js';
import { invite } from './nl/invite.js';
import { myData } from './nl/my-data.js';
import { myHelp } from './nl/my-help.js';
import { openness } from './nl/openness.js';
import { pages } from './nl/pages.js';
import { passkeys } from './nl/passkeys.js';
import { places } from './nl/places.js';
import { problems } from './nl/problems.js';
import { push } from './nl/push.js';
import { reports } from './nl/reports.js';
import { request } from './nl/request.js';
import { safety } from './nl/safety.js';
import { rights } from './nl/rights.js';
import { signIn } from './nl/sign-in.js';
import { start } from './nl/start.js';
import { thanks } from './nl/thanks.js';
import { trust } from './nl/trust.js';
import { time } from './nl/time.js';
import { willing } from './nl/willing.js';

/**
 * What residents read: Dutch at level B1, `u`, present tense, a verb on every button, at most 15 words a sentence.
 * Every other language has the same texts; a text that is missing there fails the build.
 */
export const nl = {
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
