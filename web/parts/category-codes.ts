import type { Category } from '@app/contracts/http/vocabulary.js';
import { t } from '../messages/texts.js';

/** Every kind of help, light things first: the order of the texts is the order of the contract. */
export const categoryCodes = Object.keys(t.categories.names) as readonly Category[];
