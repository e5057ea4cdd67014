import { sayPeak } from '../measuring/alone.js';
import { asking } from './questions.js';
import { read } from './read.js';

/** A process that reads a file, asks figures of it and nothing else, then says its peak of memory in MiB. */
const [file = '', upTo = '', seed = ''] = process.argv.slice(2);
const models = await read(file, Number(upTo));
const ask = asking(models, Number(seed), 'municipality');
for (let question = 0; question < 2_000; question++) ask();
sayPeak();
