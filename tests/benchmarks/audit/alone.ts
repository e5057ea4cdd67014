import { sayPeak } from '../measuring/alone.js';
import { bundling } from './ours.js';

/** A process that writes a bundle, or verifies one that is there, and nothing else, then says its peak in MiB. */
const [what = '', folder = '', history = ''] = process.argv.slice(2);
const { write, verify } = await bundling(folder, history);
await (what === 'write' ? write() : verify());
sayPeak();
