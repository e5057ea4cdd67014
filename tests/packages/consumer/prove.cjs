const assert = require('node:assert');
const { rmSync } = require('node:fs');

/** Whether what was imported does its work: decides, opens stores of each kind that needs no server. */
exports.prove = async (of) => {
  const command = of.decodePlain(of.ActionCommand, {
    type: 'EndAction',
    id: '6f1f2f0e-58a5-4c1b-9c53-0a4d9d7a1c11',
    by: { role: 'dispatcher', id: '0b6f3a52-4f0e-4c55-8d0a-1f4f6f3b2a10' },
    recordedAt: '2021-05-14T18:03:00.000Z',
    data: {},
  });
  assert.equal(command.ok, true);
  const decided = of.decideAction(command.value, undefined);
  assert.equal(decided.ok, false);
  assert.equal(decided.rejection.tag, 'ActionUnknown');
  assert.equal(of.domainRegistry().registrations.length > 20, true);
  assert.equal(of.definitionOf('success.portal').name, 'success.portal');
  assert.equal(new of.ReadModels().position, 0);

  const file = 'a-store-of-this-project.db';
  for (const opened of [
    { _tag: 'Right', right: of.memoryStore() },
    await of.openSqlite(file, { mode: 'write' })(),
  ]) {
    assert.equal(opened._tag, 'Right');
    await opened.right.close();
  }
  rmSync(file);
};
