import { helpText } from './help-text.js';

process.stdout.write(helpText);
