import { HelperProfileRow } from './helper-profile.row.js';
import { PersonRow } from './person.row.js';

export { ContactConfirmations } from './contact-confirmations.js';
export { MySessions } from './my-sessions.js';
export { peopleReactions } from './end-account.js';
export { HelpingLimits } from './helping-limits.js';
export { HelperTrust } from './helper-trust.js';
export { PeopleDirectory, type PersonCard } from './people-directory.js';
export { PeopleModule } from './people.module.js';
export { PersonBlocks, type OwnBlock } from './person-blocks.js';
export { PersonStanding, type Bar } from './person-standing.js';
export { toMinutes, toTimeOfDay } from './time-of-day.js';
export { RegisterMany } from './register-many.js';
export { SignInChallenges } from './sign-in-challenges.js';

/** TypeORM entities of this feature. */
export const entities = [PersonRow, HelperProfileRow];
