import { sayPeak } from '../measuring/alone.js';
import { growing } from './growing.js';

const [file = '', size = '', next = ''] = process.argv.slice(2);
const models = await growing(file, Number(size), Number(next));
models.take(Number(next));
sayPeak();
