import { givenServer, sayPeak } from '../measuring/alone.js';
import { catchUp } from './ours.js';

const [prefix = ''] = process.argv.slice(2);
await catchUp(givenServer(), prefix);
sayPeak();
