export { CirclesModule } from './circles.module.js';
export { circleReactions } from './circles.reactions.js';
