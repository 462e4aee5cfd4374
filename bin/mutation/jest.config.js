import { dirname } from 'node:path';
import config from '../../jest.config.js';

const { displayName: _displayName, ...pure } = config.projects.find(({ displayName }) => displayName === 'pure');
const room = dirname(process.env['MUTATION_FILE'] ?? '');

/** The pure tests of the file's own room: mutants are many, and a rule should be held by the tests beside it. */
export default { ...pure, testMatch: [`<rootDir>/${room}/**/*.spec.ts`] };
