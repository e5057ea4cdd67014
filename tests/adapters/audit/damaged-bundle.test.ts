import { mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BundleFault } from '../../../packages/adapters/src/audit/bundle/bundle-fault.js';
import { verifyBundle } from '../../../packages/adapters/src/audit/bundle/verify-bundle.js';
import { canonicalJson } from '../../../packages/adapters/src/audit/canonical-json.js';
import { sha256Hex } from '../../../packages/adapters/src/audit/leaf/stand-in.js';
import { leafHash } from '../../../packages/adapters/src/audit/merkle/hash.js';
import { treeHeadText } from '../../../packages/adapters/src/audit/note/checkpoint.js';
import { noteText, signNote } from '../../../packages/adapters/src/audit/note/signed-note.js';
import { expectSentences } from '../../domain/sentences.js';
import {
  bundleIn,
  type Files,
  filesOf,
  otherKey,
  putFiles,
  type Raw,
  resealed,
  testKey,
} from '../../support/bundle.js';
import { log } from '../../support/log.js';
import { refused } from '../../support/outcome.js';
import { marked, response, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const events = log(
  start(1),
  start(2),
  marked(1, '2021-05-14T18:30'),
  response(2, 70, '112', 'phone'),
  marked(2, '2021-05-20T12:00', { line: '112' }),
);
const [portal, full] = ['success.portal', 'success.full'].map((name) => [name] as const);
if (portal === undefined || full === undefined) throw new Error('There are two figures.');

let folder = '';
let files: Files = new Map();
beforeEach(async () => {
  folder = await bundleIn(join(await temporaryFolder(), 'bundle'), events, {
    sizes: [2],
    figures: [portal, full],
  });
  files = await filesOf(folder);
});

const textOf = (path: string): string => String(files.get(path));
const certificates = (): ReadonlyArray<string> =>
  [...files.keys()].filter((path) => path.startsWith('certificates/'));
/** The files with some of them changed; `undefined` takes one away. */
const changed = (changes: Readonly<Record<string, string | Uint8Array | undefined>>): Files =>
  new Map(
    [...files, ...Object.keys(changes).map((path) => [path, Buffer.alloc(0)] as const)].flatMap(
      ([path, bytes]) => {
        const change = changes[path];
        if (!(path in changes)) return [[path, bytes] as const];
        return change === undefined ? [] : [[path, Buffer.from(change)] as const];
      },
    ),
  );
const faultOf = async (damaged?: Files): Promise<BundleFault> => {
  if (damaged !== undefined) await putFiles(folder, damaged);
  const fault = await refused(verifyBundle(folder));
  expectSentences(fault);
  return fault;
};
const lines = (): string[] => textOf('events.ndjson').trimEnd().split('\n');
const withLines = (all: ReadonlyArray<string>): Files =>
  changed({ 'events.ndjson': all.map((line) => `${line}\n`).join('') });

describe('a bundle with a wrong file', () => {
  it('is refused where a file is missing, whichever', async () => {
    for (const path of files.keys())
      expect(await faultOf(changed({ [path]: undefined }))).toMatchObject({
        tag: 'FileAbsent',
        facts: { path },
      });
  });

  it.each([
    'extra.txt',
    'checkpoints/4.txt',
    'certificates/.hidden',
    'checkpoints/deep/4.txt',
    'events.ndjson~',
  ])('is refused where there is one more: %s', async (path) => {
    const fault = await faultOf(changed({ [path]: 'x' }));
    expect(fault).toMatchObject({ tag: 'FileUnexpected' });
    expect(path.startsWith(fault.tag === 'FileUnexpected' ? fault.facts.path : '?')).toBe(true);
  });

  it('is refused where there is one more folder, though it is empty', async () => {
    await mkdir(join(folder, 'more'));
    expect(await faultOf()).toMatchObject({ tag: 'FileUnexpected', facts: { path: 'more' } });
  });

  it('names a strange name so that it moves no cursor', async () => {
    await writeFile(join(folder, 'x\u001b[2Jy'), '');
    expect((await faultOf()).text.en).toContain('"x [2Jy"');
  });

  it.skipIf(process.platform === 'win32')(
    'is refused where a file or folder is a link, and does not follow it',
    async () => {
      for (const path of [
        'events.ndjson',
        'manifest.json',
        'manifest.sig',
        'checkpoints/2.txt',
        'checkpoints',
      ]) {
        const elsewhere = join(folder, '..', 'elsewhere');
        await rename(join(folder, path), elsewhere);
        await symlink(elsewhere, join(folder, path));
        expect(await faultOf()).toMatchObject({ tag: 'FileNotPlain', facts: { path } });
        await rm(join(folder, path));
        await rm(elsewhere, { recursive: true });
        await putFiles(folder, files);
      }
    },
  );

  it('is refused where a folder stands in the place of a file', async () => {
    await rm(join(folder, 'leaves.bin'));
    await mkdir(join(folder, 'leaves.bin'));
    expect(await faultOf()).toMatchObject({ tag: 'FileNotPlain', facts: { path: 'leaves.bin' } });
  });

  it('is refused where a file has ten gigabytes, which are not read', async () => {
    for (const path of files.keys()) {
      await truncate(join(folder, path), 10_000_000_000);
      const fault = await faultOf();
      expect(['FileTooLarge', 'FileLength', 'EventMalformed', 'EventCount']).toContain(fault.tag);
      if ('path' in fault.facts) expect(fault.facts.path).toBe(path);
      else expect(path).toBe('events.ndjson');
      await putFiles(folder, files);
    }
  });
});

describe('a bundle with a wrong event', () => {
  it('names the first that was altered', async () => {
    const all = lines();
    const altered = all.map((line, index) => (index >= 2 ? line.replace('2021-05', '2021-06') : line));
    expect(await faultOf(withLines(altered))).toMatchObject({
      tag: 'EventDiffers',
      facts: { position: 3, eventId: events[2]?.eventId },
    });
  });

  it('names the place where one stands twice, is missing or was swapped with another', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = lines();
    const place = async (...all: string[]) => {
      const fault = await faultOf(withLines(all));
      return fault.tag === 'EventOutOfPlace' ? [fault.facts.expected, fault.facts.found] : fault;
    };
    expect(await place(a, b, b, c, d, e)).toEqual([3, 2]);
    expect(await place(a, c, d, e)).toEqual([2, 3]);
    expect(await place(a, b, d, c, e)).toEqual([3, 4]);
    expect(await faultOf(withLines([a, b, c, d]))).toMatchObject({
      tag: 'EventCount',
      facts: { expected: 5, found: 4 },
    });
  });

  it('is found as well where positions were given anew and everything but the checkpoints was signed again', async () => {
    const at = (line: string | undefined, position: number): string =>
      (line ?? '').replace(/"position":\d+/, `"position":${position}`);
    const all = lines();
    const swapped = [all[1], all[0], ...all.slice(2)].map((line, index) => at(line, index + 1));
    const hashes = [1, 0, 2, 3, 4].map(
      (leaf) => files.get('leaves.bin')?.subarray(leaf * 32, leaf * 32 + 32) ?? Buffer.alloc(0),
    );
    const forged = changed({
      'events.ndjson': swapped.map((line) => `${line}\n`).join(''),
      'leaves.bin': Buffer.concat(hashes),
    });
    expect(await faultOf(resealed(forged, testKey))).toMatchObject({
      tag: 'RootDiffers',
      facts: { path: 'checkpoints/5.txt', size: 5 },
    });
  });

  it('is refused where the last line is cut off, or has no end', async () => {
    const text = textOf('events.ndjson');
    expect(await faultOf(changed({ 'events.ndjson': text.slice(0, -20) }))).toMatchObject({
      tag: 'EventMalformed',
      facts: { position: 5 },
    });
    expect(await faultOf(changed({ 'events.ndjson': text.slice(0, -1) }))).toMatchObject({
      tag: 'FileLength',
      facts: { path: 'events.ndjson', found: text.length - 1 },
    });
  });

  it('is refused where its line says the same in other words', async () => {
    const all = lines();
    for (const [from, to] of [
      ['"status":"actual"', '"status": "actual"'],
      ['"position":1,', '"position":1.0,'],
      ['{"eventId"', '{ "eventId"'],
      ['"ActionStarted"', '"\\u0041ctionStarted"'],
    ] as const) {
      const fault = await faultOf(withLines([(all[0] ?? '').replace(from, to), ...all.slice(1)]));
      expect(['EventMalformed', 'FileLength']).toContain(fault.tag);
      expect(fault.text.en).toContain('events.ndjson');
    }
  });

  it('is refused where a line would fill the memory', async () => {
    const [first = '', ...rest] = lines();
    const bombs = [
      `{"eventId":"x","data":${'['.repeat(3_000_000)}${']'.repeat(3_000_000)}}`,
      `{"eventId":"x","data":[${'{},'.repeat(2_000_000)}0]}`,
      first.replace('"status"', `"${'x'.repeat(17 << 20)}":1,"status"`),
    ];
    for (const bomb of bombs) {
      const sealed = resealed(withLines([bomb, ...rest]), testKey);
      expect(await faultOf(sealed)).toMatchObject({ tag: 'EventMalformed', facts: { position: 1 } });
    }
  });

  it('is refused where it is not UTF-8, no JSON or no event, without more ado', async () => {
    const [first = '', ...rest] = lines();
    const wrong = [
      Buffer.of(0xff),
      Buffer.from('no'),
      Buffer.from('[]'),
      Buffer.from('{"a":1}'),
      Buffer.from(''),
    ];
    for (const line of wrong) {
      const bytes = Buffer.concat([line, Buffer.from(`\n${rest.join('\n')}\n`)]);
      expect(await faultOf(changed({ 'events.ndjson': bytes }))).toMatchObject({
        tag: 'EventMalformed',
        facts: { position: 1 },
      });
    }
    const half = first.replace(/"metadata":.*$/, '"metadataText":"\\ud800"}');
    expect(await faultOf(withLines([half, ...rest]))).toMatchObject({ tag: 'EventMalformed' });
  });
});

describe('a bundle with a wrong checkpoint', () => {
  const head = (size: bigint, origin = testKey.verifier.name): string =>
    treeHeadText({ origin, size, root: leafHash('another log') });

  it('is refused where another key signed it', async () => {
    const text = textOf('checkpoints/2.txt').split('\n\n')[0];
    const forged = changed({ 'checkpoints/2.txt': noteText(signNote(otherKey, `${text}\n`)) });
    expect(await faultOf(forged)).toMatchObject({ tag: 'FileHash', facts: { path: 'checkpoints/2.txt' } });
    expect(await faultOf(resealed(forged, testKey))).toMatchObject({
      tag: 'NoteRefused',
      facts: { path: 'checkpoints/2.txt', fault: { tag: 'NotSignedBy' } },
    });
  });

  it('is refused where the key itself signed another log', async () => {
    const forged = (path: string, size: bigint) =>
      resealed(changed({ [path]: noteText(signNote(testKey, head(size))) }), testKey);
    expect(await faultOf(forged('checkpoints/2.txt', 2n))).toMatchObject({
      tag: 'RootDiffers',
      facts: { path: 'checkpoints/2.txt', size: 2 },
    });
    expect(await faultOf(forged('checkpoints/5.txt', 5n))).toMatchObject({
      tag: 'RootDiffers',
      facts: { path: 'checkpoints/5.txt' },
    });
    expect(await faultOf(forged('checkpoints/2.txt', 3n))).toMatchObject({
      tag: 'FileMalformed',
      facts: { path: 'checkpoints/2.txt' },
    });
  });

  it('is refused where it is of another log, or no checkpoint at all', async () => {
    for (const text of [head(2n, 'example.org/another'), 'something\n'])
      expect(
        await faultOf(resealed(changed({ 'checkpoints/2.txt': noteText(signNote(testKey, text)) }), testKey)),
      ).toMatchObject({
        facts: { path: 'checkpoints/2.txt' },
      });
  });
});

describe('a bundle that somebody else signed', () => {
  it('is refused by the key that was expected, and without one only tells whose it is', async () => {
    const strange = join(folder, '..', 'strange');
    await bundleIn(strange, events, { sizes: [2], key: otherKey });
    expect(await refused(verifyBundle(strange, { key: testKey.verifier }))).toMatchObject({
      tag: 'AnotherKey',
      facts: { path: 'manifest.json' },
    });
    const verified = await verifyBundle(strange)();
    expect(verified).toMatchObject({ right: { key: otherKey.verifier } });
  });

  it('is refused where the signature is of another manifest, or there is more than one', async () => {
    const other = resealed(changed({ 'definitions.json': '[]' }), testKey);
    expect(await faultOf(changed({ 'manifest.sig': other.get('manifest.sig') }))).toMatchObject({
      tag: 'FileMalformed',
      facts: { path: 'manifest.sig' },
    });
    const twice = textOf('manifest.sig').replace(/(— .*\n)$/, '$1$1');
    expect(await faultOf(changed({ 'manifest.sig': twice }))).toMatchObject({
      facts: { path: 'manifest.sig' },
    });
  });
});

describe('a bundle with a wrong certificate', () => {
  it('is refused where two have changed places', async () => {
    const [a = '', b = ''] = certificates();
    const swapped = changed({ [a]: textOf(b), [b]: textOf(a) });
    expect(await faultOf(swapped)).toMatchObject({ facts: { path: a } });
    expect(await faultOf(resealed(swapped, testKey))).toMatchObject({
      tag: 'FileMalformed',
      facts: { path: a },
    });
  });

  it('is refused where it says another figure, and tells which was expected', async () => {
    const certificate = async (change: (raw: Raw) => Raw) => {
      const path = certificates().find((one) => one.includes('success.full')) ?? '';
      const text = canonicalJson(change(JSON.parse(textOf(path))));
      const name = `certificates/success.full-2021-${sha256Hex(text).slice(0, 16)}.json`;
      return { name, fault: await faultOf(resealed(changed({ [path]: undefined, [name]: text }), testKey)) };
    };
    const raised = await certificate((raw) => ({
      ...raw,
      numerator: { ...Object(raw['numerator']), count: 3 },
    }));
    expect(raised.fault).toMatchObject({
      tag: 'FigureDiffers',
      facts: { path: raised.name, figure: 'success.full' },
    });
    expect(raised.fault).toMatchObject({ facts: { field: 'numerator.count', found: '3', expected: '2' } });
    const earlier = await certificate((raw) => ({ ...raw, treeSize: 4 }));
    expect(earlier.fault).toMatchObject({ tag: 'FigureDiffers' });
    const later = await certificate((raw) => ({ ...raw, treeSize: 6 }));
    expect(later.fault).toMatchObject({ tag: 'FileMalformed', facts: { path: later.name } });
    const defined = await certificate((raw) => ({
      ...raw,
      definition: { ...Object(raw['definition']), sha256: '0'.repeat(64) },
    }));
    expect(defined.fault).toMatchObject({
      tag: 'DefinitionDiffers',
      facts: { path: defined.name, found: '0'.repeat(64) },
    });
    const newer = await certificate((raw) => ({
      ...raw,
      definition: { ...Object(raw['definition']), version: 9 },
    }));
    expect(newer.fault).toMatchObject({ tag: 'DefinitionUnknown', facts: { path: newer.name, version: 9 } });
  });

  it('is refused where its definition was changed', async () => {
    const definitions = textOf('definitions.json').replace('half-up', 'half-down');
    expect(await faultOf(resealed(changed({ 'definitions.json': definitions }), testKey))).toMatchObject({
      tag: 'DefinitionDiffers',
      facts: { path: 'definitions.json' },
    });
    expect(await faultOf(resealed(changed({ 'definitions.json': '[]' }), testKey))).toMatchObject({
      tag: 'FileMalformed',
      facts: { path: certificates()[0] },
    });
  });

  it.each(['{}', '[', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, '{"v":1,"v":1}', '"\\ud800"', '[1.0]'])(
    'is refused where it is none: %.20s',
    async (text) => {
      const [path = ''] = certificates();
      expect(await faultOf(resealed(changed({ [path]: text }), testKey))).toMatchObject({
        tag: 'FileMalformed',
        facts: { path },
      });
      expect(await faultOf(resealed(changed({ 'definitions.json': text }), testKey))).toMatchObject({
        facts: { path: 'definitions.json' },
      });
    },
  );
});

describe('a bundle with a wrong manifest', () => {
  const listing = (change: (listed: ReadonlyArray<Raw>) => ReadonlyArray<Raw>) => (raw: Raw) => {
    const listed: ReadonlyArray<Raw> = Object(raw['files']);
    return { ...raw, files: change([...listed]) };
  };
  const renamed = (path: string) => listing((listed) => [{ ...listed[0], path }, ...listed.slice(1)]);

  it.each([
    ['a file outside', renamed('../outside.txt')],
    ['a file outside, further on', renamed('checkpoints/../../outside.txt')],
    ['a file from the root of the system', renamed('/etc/passwd')],
    ['a file of another drive', renamed('C:\\outside.txt')],
    ['the manifest itself', renamed('manifest.json')],
    ['a file twice', listing((listed) => [...listed.slice(0, 1), ...listed])],
    ['files out of order', listing((listed) => [...listed].reverse())],
    ['no events', listing((listed) => listed.filter(({ path }) => path !== 'events.ndjson'))],
    ['more events than there are leaves', (raw: Raw) => ({ ...raw, events: 6 })],
    [
      'no checkpoint over all events',
      (raw: Raw) => ({ ...raw, checkpoints: [{ size: 2, madeAt: '2022-01-15T12:00:00.000Z' }] }),
    ],
    ['no format', ({ format: _, ...raw }: Raw) => raw],
    ['something more', (raw: Raw) => ({ ...raw, more: 1 })],
    ['no number of events', (raw: Raw) => ({ ...raw, events: -1 })],
    ['a prefix that is none', (raw: Raw) => ({ ...raw, prefix: '' })],
  ])('is refused where it lists %s', async (_, change) => {
    expect(await faultOf(resealed(files, testKey, change))).toMatchObject({
      tag: 'FileMalformed',
      facts: { path: 'manifest.json' },
    });
  });

  it('is refused where its key is none', async () => {
    expect(await faultOf(resealed(files, testKey, (raw) => ({ ...raw, key: 'x+y+z' })))).toMatchObject({
      tag: 'NoteRefused',
      facts: { path: 'manifest.json', fault: { tag: 'KeyMalformed' } },
    });
  });

  it('is refused where it is written otherwise, though it says the same', async () => {
    const raw = JSON.parse(textOf('manifest.json'));
    for (const text of [
      JSON.stringify(raw, null, 1),
      `${textOf('manifest.json')}\n`,
      ` ${textOf('manifest.json')}`,
    ])
      expect(await faultOf(changed({ 'manifest.json': text }))).toMatchObject({
        tag: 'FileMalformed',
        facts: { path: 'manifest.json' },
      });
  });

  it('is refused where there is none, or no bundle at all', async () => {
    expect(await refused(verifyBundle(join(folder, 'nowhere')))).toMatchObject({ tag: 'FileAbsent' });
    await writeFile(join(folder, 'manifest.json'), '');
    expect(await faultOf()).toMatchObject({ tag: 'FileMalformed', facts: { path: 'manifest.json' } });
  });
});
