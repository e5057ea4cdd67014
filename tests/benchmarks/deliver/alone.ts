import { sayPeak } from '../measuring/alone.js';
import { delays } from './delays.js';

const [file = '', count = '', seed = ''] = process.argv.slice(2);
await delays(file, Number(count), Number(seed));
sayPeak();
