import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { followed, openSqlite } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { project, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';

const writer = fileURLToPath(new URL('writer.js', import.meta.url));

/**
 * Follows a file into all read models while another process appends to it.
 *
 * @returns for each event how many milliseconds lay between its commit there and its being handled here
 */
export const delays = async (file: string, count: number, seed: number): Promise<ReadonlyArray<number>> => {
  const opened = await openSqlite(file, { mode: 'write' })();
  if (E.isLeft(opened)) throw new Error(opened.left.text.en);
  const handledAt: bigint[] = [];
  const models = new ReadModels();
  const following = followed(opened.right, domainRegistry(), 0)
    .pipe(project(models))
    .subscribe((progress) => {
      if (progress.tag !== 'Handled') return;
      const now = process.hrtime.bigint();
      for (let event = 0; event < progress.events; event++) handledAt.push(now);
    });
  const child = spawn(process.execPath, [writer, file, String(count), String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`The writer ended with ${status}.`);
  while (handledAt.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  following.unsubscribe();
  await opened.right.close();
  const committedAt = said.trim().split('\n').map(BigInt);
  // An event may be seen before the writer comes to say that it was committed.
  return committedAt.map((at, event) => Math.max(0, Number((handledAt[event] ?? at) - at) / 1e6));
};
