export { GatheringsModule } from './gatherings.module.js';
export { gatheringReactions } from './gatherings.reactions.js';
