import { jest } from '@jest/globals';

// Engines start and are killed in these suites, on machines that may be busy with something else.
jest.setTimeout(60_000);
