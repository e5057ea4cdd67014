import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileInput, type ImportProgress, importLines, memoryStore, streamInput } from '@burgernet/adapters';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { moment, uuid } from '../../domain/an-action.js';
import { done, refused } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { ask, depsOn, run, starting, stream } from '../commands/on-the-action.js';
import { exported, imported, into, lines } from './importing.js';

/** An empty folder for temporary files, and what is in it. */
const temporaryFiles = async (): Promise<() => Promise<ReadonlyArray<string>>> => {
  const folder = await temporaryFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return () => readdir(folder);
};

const history = async (): Promise<ReadonlyArray<string>> => {
  const deps = depsOn();
  const mark = { successId: uuid(30), line: '112', attribution: 'direct' };
  await run(deps, starting(), ask('dispatcher', '18:30', 'MarkSuccess', mark));
  return (await exported(deps.store)).trimEnd().split('\n');
};

describe('an import of several files', () => {
  it('is one import, in the order of the files', async () => {
    const folder = await temporaryFolder();
    const [first = '', second = ''] = await history();
    const [one, two] = [join(folder, 'one.ndjson'), join(folder, 'two.ndjson')];
    await writeFile(one, `\uFEFF${first}\n`);
    await writeFile(two, `\uFEFF${second}\n{"command":"No","action":"${uuid(2)}"}\n`);
    const deps = into();
    expect(await done(importLines(deps)([fileInput(one), fileInput(two)]))).toMatchObject({
      lines: 3,
      taken: 2,
      refused: [{ file: two, line: 2 }],
    });
    const reversed = await done(importLines(into())([fileInput(two), fileInput(one)]));
    expect(reversed).toMatchObject({
      taken: 0,
      refused: [
        { file: two, line: 1, stream },
        { file: two, line: 2 },
      ],
      held: [{ file: one, line: 1, stream }],
    });
  });

  it('names a command’s file in the metadata, and no folder', async () => {
    const file = join(await temporaryFolder(), 'evening.ndjson');
    const start = {
      command: 'SendMailing',
      mailing: uuid(3),
      as: 'police-team:Almere',
      recordedAt: moment('18:03'),
      data: {
        region: 'midden-nederland',
        kind: 'neighbourhood-inquiry',
        sender: { code: 'BT-Almere', kind: 'BT' },
        sentAt: moment('18:03'),
      },
    };
    await writeFile(file, lines(start));
    const deps = into();
    expect(await done(importLines(deps)([fileInput(file)]))).toMatchObject({ taken: 1, refused: [] });
    const [stored] = await done(deps.store.read(`burgernet.mailing-${uuid(3)}`));
    expect(JSON.parse(stored?.metadata ?? '')).toMatchObject({
      source: { kind: 'command', name: 'evening.ndjson' },
    });
  });

  it('appends nothing where one of them cannot be read', async () => {
    const folder = await temporaryFolder();
    const one = join(folder, 'one.ndjson');
    await writeFile(one, lines(...(await history())));
    const deps = into();
    const missing = join(folder, 'two.ndjson');
    expect(await refused(importLines(deps)([fileInput(one), fileInput(missing)]))).toMatchObject({
      tag: 'InputUnreadable',
      file: missing,
    });
    expect(await done(deps.store.lastPosition)).toBe(0);
    expect(await refused(importLines(deps)([fileInput(folder)]))).toMatchObject({ tag: 'InputUnreadable' });
  });
});

describe('the temporary file of an import', () => {
  it('is gone when the import is done, and when it failed', async () => {
    const files = await temporaryFiles();
    await imported(into(), lines(...(await history())));
    await refused(importLines(into())([fileInput(join(tmpdir(), 'no-such-file'))]));
    expect(await files()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('has no name while the import runs', async () => {
    const files = await temporaryFiles();
    let during: ReadonlyArray<string> | undefined;
    async function* watching(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(lines(...(await history())));
      during = await files();
    }
    await done(importLines(into())([streamInput('-', watching())]));
    expect(during).toEqual([]);
  });

  it('is missed where there is no place for it, and nothing is imported', async () => {
    const folder = join(await temporaryFolder(), 'gone');
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const outcome = importLines(into())([streamInput('-', pieces(lines(...(await history()))))]);
    expect(await refused(outcome)).toMatchObject({ tag: 'SpoolFailed' });
  });
});

describe('an import', () => {
  it('says from time to time how far it is', async () => {
    const heard: ImportProgress[] = [];
    const many = Array.from({ length: 2_500 }, (_, n) => ({
      command: 'SendMailing',
      mailing: uuid(10_000 + n),
      as: 'police-team:Almere',
      recordedAt: moment('18:03'),
      data: {
        region: 'midden-nederland',
        kind: 'neighbourhood-inquiry',
        sender: { code: 'BT-Almere', kind: 'BT' },
        sentAt: moment('18:03'),
      },
    }));
    const deps = into(memoryStore(), { onProgress: (progress) => heard.push(progress) });
    expect(await imported(deps, lines(...many))).toMatchObject({ taken: 2_500, refused: [] });
    expect(heard).toEqual([
      { phase: 'reading', lines: 1_000 },
      { phase: 'reading', lines: 2_000 },
      { phase: 'appending', lines: 1_000 },
      { phase: 'appending', lines: 2_000 },
    ]);
  });

  it('goes on where the store failed halfway', async () => {
    const text = lines(...(await history()));
    const store = memoryStore();
    let calls = 0;
    const failing = {
      ...store,
      appendAll: (batches: Parameters<typeof store.appendAll>[0]) => async () => {
        calls += 1;
        await store.appendAll(batches.slice(0, 1))();
        return {
          _tag: 'Left',
          left: { tag: 'StoreUnavailable', text: { en: 'The disk is full.', nl: 'De schijf is vol.' } },
        } as const;
      },
    };
    expect(await refused(importLines(into(failing))([streamInput('-', pieces(text))]))).toMatchObject({
      tag: 'StoreUnavailable',
    });
    expect(calls).toBe(1);
    expect(await imported(into(store), text)).toMatchObject({ taken: 1, repeated: 1, refused: [] });
    expect(await exported(store)).toBe(text);
  });
});

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
