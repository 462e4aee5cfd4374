export { ParticipationAdministration } from './participation-administration.js';
export { FactBook } from './fact-book.js';
export { ParticipationModule } from './participation.module.js';
export { participationReactions } from './participation.reactions.js';
