import type { PlayedRequest } from '../played-request.js';
import { firstHalf } from './first-half.js';
import { secondHalf } from './second-half.js';

/** When the day stops and the board is left as it is: six o'clock, in minutes since it began. */
export const lastMinute = 4 * 60;

/** Everything that is asked on the day. */
export const script: readonly PlayedRequest[] = [...firstHalf, ...secondHalf];
