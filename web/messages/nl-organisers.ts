import { absence } from './nl/absence.js';
import { activation } from './nl/activation.js';
import { asking } from './nl/asking.js';
import { association } from './nl/association.js';
import { calls } from './nl/calls.js';
import { deskWork } from './nl/desk-work.js';
import { fileImports } from './nl/file-imports.js';
import { followCode } from './nl/follow-code.js';
import { intake } from './nl/intake.js';
import { monitor } from './nl/monitor.js';
import { offeredThanks } from './nl/offered-thanks.js';
import { organiseGatherings } from './nl/organise-gatherings.js';
import { readFeedback } from './nl/read-feedback.js';
import { tooLate } from './nl/too-late.js';
import { workList } from './nl/work-list.js';

/** Texts of screens for organisers only, who all work in Dutch. No part of the first page that everybody loads. */
export const nlOrganisers = {
  absence,
  activation,
  asking,
  association,
  calls,
  deskWork,
  fileImports,
  followCode,
  intake,
  monitor,
  offeredThanks,
  organiseGatherings,
  readFeedback,
  tooLate,
  workList,
};
