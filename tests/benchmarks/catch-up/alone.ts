import { sayPeak } from '../measuring/alone.js';
import { catchUp } from './ours.js';

const [url = '', prefix = ''] = process.argv.slice(2);
await catchUp(url, prefix);
sayPeak();
