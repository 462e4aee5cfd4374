export { Accompaniments } from './accompaniments.js';
export { TrustModule } from './trust.module.js';
