import { deskWork } from './nl/desk-work.js';
import { absence } from './nl/absence.js';
import { association } from './nl/association.js';
import { readFeedback } from './nl/read-feedback.js';

/** Texts of screens for organisers only. Dutch alone, and no part of the first page that everybody loads. */
export const nlOrganisers = { absence, deskWork, association, readFeedback };
