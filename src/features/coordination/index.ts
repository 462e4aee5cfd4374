export { CoordinationModule } from './coordination.module.js';
export { coordinationReactions } from './coordination.reactions.js';
