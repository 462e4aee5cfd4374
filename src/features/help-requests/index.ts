import { AcceptanceRow } from './acceptance.row.js';
import { HelpRequestRow } from './help-request.row.js';

export { AcceptHelpRequest, type AcceptanceStatus } from './accept-help-request.js';
export { CallerTrail } from './caller-trail.js';
export { matchCaller, nationalDigits, type Caller } from './caller-match.js';
export { HelpRequestCommands } from './help-request-commands.js';
export { HelpRequestsModule } from './help-requests.module.js';
export { EarlierHelp } from './earlier-help.js';
export { helpRequestReactions } from './help-requests.reactions.js';
export { PartWays } from './part-ways.js';
export { PostHelpRequest } from './post-help-request.js';
export { RequestDigest, type RequestDigestView, type SummarisedRequest } from './request-digest.js';
export { RevealContact } from './reveal-contact.js';
export { Thanks } from './thanks.js';
export { RequestFlags } from './request-flags.js';
export { RequestReader } from './request-reader.js';
export { WeeklyRequests, type WeeklyRequest } from './weekly-requests.js';

/** Rows of this feature, for the data source. */
export const helpRequestEntities = [HelpRequestRow, AcceptanceRow];
