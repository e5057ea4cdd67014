import { openSqlite } from '@burgernet/adapters';
import * as E from 'fp-ts/lib/Either.js';
import { sayPeak } from '../measuring/alone.js';
import { commandsFrom, runnerOn } from './commands.js';

const [file = '', count = '', seed = ''] = process.argv.slice(2);
const opened = await openSqlite(file, { mode: 'write' })();
if (E.isLeft(opened)) throw new Error(opened.left.text.en);
await runnerOn(opened.right)(commandsFrom(Number(seed), Number(count)));
await opened.right.close();
sayPeak();
