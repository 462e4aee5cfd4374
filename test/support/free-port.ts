export { freePort } from '@app/platform/embedded/free-port.js';
