import { openSqlite } from '@burgernet/adapters';
import * as E from 'fp-ts/lib/Either.js';
import { sayPeak } from '../measuring/alone.js';
import { runCommands } from './commands.js';

const [file = '', count = ''] = process.argv.slice(2);
const opened = await openSqlite(file, { mode: 'write' })();
if (E.isLeft(opened)) throw new Error(opened.left.text.en);
await runCommands(opened.right, 0, Number(count));
await opened.right.close();
sayPeak();
