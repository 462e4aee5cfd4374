export { areas } from '../parameters.js';
export { chronicle } from './chronicle.js';
