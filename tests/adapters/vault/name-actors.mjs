// node name-actors.mjs FILE COUNT: asks a vault for so many actors and prints the reference of each.
import { randomUUID } from 'node:crypto';
import { openSqliteVault } from '@burgernet/adapters';

const right = (outcome) => {
  if (outcome._tag === 'Left') throw new Error(outcome.left.text.en);
  return outcome.right;
};

const [file, count] = process.argv.slice(2);
const vault = right(await openSqliteVault(file, { mode: 'write' })());
for (let actor = 0; actor < Number(count); actor++)
  console.log(
    right(await vault.actor('dispatcher', `Actor ${actor}`, '2021-05-14T18:03:00.000Z', randomUUID)()),
  );
await vault.close();
