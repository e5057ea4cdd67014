// node importer.mjs STORE FILE: imports a file of lines into a store, and prints how many of them were
// acknowledged each time that it hears so, and what it did in the end; one JSON value a line.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { fileInput, importLines, openSqlite, openSqliteVault, vaultFileOf } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';

const [file, lines] = process.argv.slice(2);
const print = (value) => writeSync(1, `${JSON.stringify(value)}\n`);
const right = (outcome) => {
  if (outcome._tag === 'Left') throw new Error(outcome.left.text.en);
  return outcome.right;
};

const store = right(await openSqlite(file, { mode: 'write' })());
const vault = right(await openSqliteVault(vaultFileOf(file), { mode: 'write' })());
const outcome = await importLines({
  store,
  vault,
  registry: domainRegistry(),
  newId: randomUUID,
  onProgress: (progress) => print(progress),
})([fileInput(lines)])();
print(right(outcome));
await store.close();
await vault.close();
