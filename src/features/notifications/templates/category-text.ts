/** Names of the kinds of help, for readers of Dutch. */
export { nlCategories as categoryText } from './words/nl-categories.js';
