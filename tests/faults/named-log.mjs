import { eventLine, openSqlite, openSqliteVault, vaultFileOf } from '@burgernet/adapters';
import { wholeLog } from './whole-log.mjs';

/** An absent file holds nothing; anything else that is wrong with one ends the reading. */
const orNothing = (opened, nothing, read) => {
  if (opened._tag === 'Right') return read(opened.right);
  if (opened.left.tag === 'StoreAbsent') return nothing;
  throw new Error(opened.left.text.en);
};

/** Who stands behind each id in the log, as far as the vault knows. */
const namesOf = async (vault, ids) => {
  const names = new Map();
  for (const id of ids) {
    const access = {
      at: new Date().toISOString(),
      role: 'coordinator',
      actorId: id,
      reason: 'accountability',
    };
    const name = await vault.consult({ ...access, reference: id })();
    if (name._tag === 'Left') throw new Error(name.left.text.en);
    if (name.right !== undefined) names.set(id, name.right);
  }
  return names;
};

/**
 * The log of a store as lines of an export, in which whoever the vault knows stands by name: the ids that
 * the vault makes are all that two imports of one file may differ in.
 *
 * @param {string} file
 * @param {'read' | 'write'} mode in which the store is opened
 * @throws {Error} where store or vault cannot be read, or somebody has two ids
 */
export const namedLog = async (file, mode) => {
  const events = await orNothing(await openSqlite(file, { mode })(), [], async (store) => {
    const log = await wholeLog(store);
    await store.close();
    return log;
  });
  const actors = events.map(({ metadata }) => JSON.parse(metadata));
  const ids = new Set(actors.map(({ actorId }) => actorId));
  // Reading a name leaves a record, so the vault is opened to write; where there is none, none is made.
  const there = await openSqliteVault(vaultFileOf(file), { mode: 'read' })();
  if (there._tag === 'Right') await there.right.close();
  const vault =
    there._tag === 'Right' ? await openSqliteVault(vaultFileOf(file), { mode: 'write' })() : there;
  const names = await orNothing(vault, new Map(), async (opened) => {
    const known = await namesOf(opened, ids);
    await opened.close();
    return known;
  });
  const nameOf = (id) => names.get(id) ?? id;
  const people = new Map();
  for (const { actorId, role } of actors) {
    const who = `${role}:${nameOf(actorId)}`;
    if ((people.get(who) ?? actorId) !== actorId) throw new Error(`${who} has two ids`);
    people.set(who, actorId);
  }
  const lines = events.map((event, at) => {
    const { actorId } = actors[at];
    return eventLine(event).replace(`"actorId":"${actorId}"`, () => `"actorId":"${nameOf(actorId)}"`);
  });
  return { lines, events, names };
};
