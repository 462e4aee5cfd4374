import { readDayOptions } from './day/options.js';

// Plays a day of requests and answers against a running demonstration: npm run demo:day
const options = readDayOptions(process.argv.slice(2));
process.stdout.write(`Een dag in Leusden, op ${options.url}\n`);
