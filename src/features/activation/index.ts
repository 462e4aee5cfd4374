export { ActivationModule } from './activation.module.js';
export { activationReactions } from './activation.reactions.js';
