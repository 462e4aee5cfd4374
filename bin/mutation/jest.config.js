import config from '../../jest.config.js';

const { displayName: _displayName, ...pure } = config.projects.find(({ displayName }) => displayName === 'pure');
const room = process.env['MUTATION_ROOM'];

/** The pure tests of one room of the rules: mutants are many, and a rule should be held by the tests beside it. */
export default { ...pure, testMatch: [`<rootDir>/libs/domain/${room}/**/*.spec.ts`] };
