export { BoardModule } from './board.module.js';
export { boardReactions } from './board.reactions.js';
