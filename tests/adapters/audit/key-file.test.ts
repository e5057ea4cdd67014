import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { signerKeyText, vkeyText } from '../../../packages/adapters/src/audit/note/key.js';
import {
  createKeyFile,
  readKeyFile,
  rotateKeyFile,
} from '../../../packages/adapters/src/audit/note/key-file.js';
import { expectSentences } from '../../domain/sentences.js';
import { done, refused } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const name = 'example.org/a-log';
const fileIn = async (): Promise<string> => join(await temporaryFolder(), 'burgernet.key');

describe('a key file', () => {
  it('is made once, for its owner alone, and read back', async () => {
    const file = await fileIn();
    const key = await done(createKeyFile(file, name));
    expect(await readFile(file, 'utf8')).toBe(`${signerKeyText(key)}\n`);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await done(readKeyFile(file))).toEqual(key);
    expect(await readdir(join(file, '..'))).toEqual(['burgernet.key']);
  });

  it('is never written over', async () => {
    const file = await fileIn();
    await writeFile(file, 'something');
    const fault = await refused(createKeyFile(file, name));
    expect(fault.tag).toBe('KeyFileExists');
    expectSentences(fault);
    expect(await readFile(file, 'utf8')).toBe('something');
    expect(await readdir(join(file, '..'))).toEqual(['burgernet.key']);
  });

  it('is made by one of many who try at once', async () => {
    const file = await fileIn();
    const tries = await Promise.all(Array.from({ length: 10 }, () => createKeyFile(file, name)()));
    const made = tries.flatMap((one) => (one._tag === 'Right' ? [one.right] : []));
    expect(made).toEqual([await done(readKeyFile(file))]);
  });

  it('is not made with a name that no key can have, nor in a folder that is not there', async () => {
    const file = await fileIn();
    for (const fault of [
      await refused(createKeyFile(file, 'two words')),
      await refused(createKeyFile(join(file, 'nowhere', 'key'), name)),
    ]) {
      expect(['KeyNameMalformed', 'KeyFileFailed']).toContain(fault.tag);
      expectSentences(fault);
    }
    expect(await readdir(join(file, '..'))).toEqual([]);
  });

  it('is refused where it is absent, cut off, far too long or no file', async () => {
    const file = await fileIn();
    const faults = [await refused(readKeyFile(file))];
    const key = await done(createKeyFile(file, name));
    for (const text of [
      signerKeyText(key).slice(0, -3),
      '',
      `${signerKeyText(key)}\n\n`,
      'x'.repeat(5_000),
    ]) {
      await writeFile(file, text);
      faults.push(await refused(readKeyFile(file)));
    }
    faults.push(await refused(readKeyFile(join(file, '..'))));
    expect(faults.map(({ tag }) => tag)).toEqual([
      'KeyFileAbsent',
      ...Array.from({ length: 4 }, () => 'KeyFileDamaged'),
      'KeyFileOpen',
    ]);
    for (const fault of faults) expectSentences(fault);
  });

  it.skipIf(process.platform === 'win32')(
    'is refused where others may read it, or where it is a link',
    async () => {
      const file = await fileIn();
      await done(createKeyFile(file, name));
      await symlink(file, `${file}.link`);
      expect(await refused(readKeyFile(`${file}.link`))).toMatchObject({ tag: 'KeyFileOpen' });
      for (const mode of [0o640, 0o604, 0o660]) {
        await chmod(file, mode);
        expect(await refused(readKeyFile(file))).toMatchObject({ tag: 'KeyFileOpen' });
      }
    },
  );
});

describe('a key that is rotated', () => {
  const nothingSigned = () => TE.right(undefined);

  it('stays in its place where what it signed cannot be handed over, and can give way later', async () => {
    const file = await fileIn();
    const old = await done(createKeyFile(file, name));
    expect(await refused(rotateKeyFile(file, () => TE.left('full')))).toBe('full');
    expect(await done(readKeyFile(file))).toEqual(old);
    expect(await readdir(join(file, '..'))).toEqual(['burgernet.key']);
    const handed: unknown[] = [];
    const { key } = await done(
      rotateKeyFile(file, (...both) => {
        handed.push(...both);
        return TE.right(undefined);
      }),
    );
    expect(handed).toEqual([old, key]);
  });

  it('gives way to a new one of its name and stays beside it under its id', async () => {
    const file = await fileIn();
    const old = await done(createKeyFile(file, name));
    const { key, retired, retiredFile } = await done(rotateKeyFile(file, nothingSigned));
    expect(retired).toEqual(old);
    expect(key.verifier.name).toBe(name);
    expect(vkeyText(key.verifier)).not.toBe(vkeyText(old.verifier));
    expect(await done(readKeyFile(file))).toEqual(key);
    expect(retiredFile).toBe(`${file}.${old.verifier.id}`);
    expect(await done(readKeyFile(retiredFile))).toEqual(old);
    expect((await readdir(join(file, '..'))).sort()).toEqual([
      'burgernet.key',
      `burgernet.key.${old.verifier.id}`,
    ]);
  });

  it('gives way to one only, however many try at once, and none is lost', async () => {
    const file = await fileIn();
    const old = await done(createKeyFile(file, name));
    const tries = await Promise.all(Array.from({ length: 10 }, () => rotateKeyFile(file, nothingSigned)()));
    const keys = tries.flatMap((one) => (one._tag === 'Right' ? [one.right] : []));
    const standing = [
      await done(readKeyFile(file)),
      ...(await Promise.all(keys.map(({ retiredFile }) => done(readKeyFile(retiredFile))))),
    ];
    expect(standing.map(({ verifier }) => verifier.id).sort()).toEqual(
      [old, ...keys.map(({ key }) => key)].map(({ verifier }) => verifier.id).sort(),
    );
  });
});
