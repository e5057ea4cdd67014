import { setTimeout } from 'node:timers/promises';
import { openSqlite } from '@burgernet/adapters';
import * as E from 'fp-ts/lib/Either.js';
import { commandsFrom, runnerOn } from '../append/commands.js';
import { Random } from '../history/random.js';

/**
 * A process that appends one event after the other, with pauses of some milliseconds, and says of each when
 * it had been committed, in nanoseconds of the machine's clock.
 */
const [file = '', count = '', seed = ''] = process.argv.slice(2);
const random = new Random(Number(seed));
const opened = await openSqlite(file, { mode: 'write' })();
if (E.isLeft(opened)) throw new Error(opened.left.text.en);
const run = runnerOn(opened.right);
for (const request of commandsFrom(Number(seed), Number(count))) {
  await setTimeout(random.between(0, 40));
  await run([request]);
  process.stdout.write(`${process.hrtime.bigint()}\n`);
}
await opened.right.close();
