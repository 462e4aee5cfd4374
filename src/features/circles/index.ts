export { CirclesModule } from './circles.module.js';
export { circleReactions } from './circles.reactions.js';
export { repeated, rhythmOf } from './repeat.js';
