import { domainRegistry } from '@burgernet/domain';
import { sayPeak } from '../measuring/alone.js';
import { replay } from './ours.js';

/** A process that replays a file and nothing else, then says its peak of memory in MiB. */
const [file = '', upTo = ''] = process.argv.slice(2);
await replay(file, domainRegistry(), Number(upTo));
sayPeak();
