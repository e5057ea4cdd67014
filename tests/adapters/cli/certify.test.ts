import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { currentDefinitions, type Definition } from '@burgernet/projections';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateFile } from '../../../packages/adapters/src/audit/bundle/layout.js';
import { verifyBundle } from '../../../packages/adapters/src/audit/bundle/verify-bundle.js';
import { canonicalJson } from '../../../packages/adapters/src/audit/canonical-json.js';
import { Certificate } from '../../../packages/adapters/src/audit/certificate/certificate.js';
import { certificateText, definitionHash } from '../../../packages/adapters/src/audit/certificate/certify.js';
import { readKeyFile } from '../../../packages/adapters/src/audit/note/key-file.js';
import { type Files, filesOf, putFiles, resealed } from '../../support/bundle.js';
import { log } from '../../support/log.js';
import { done, refused } from '../../support/outcome.js';
import { marked, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { demoFolder } from './demo-store.js';
import { put } from './put.js';

const there = demoFolder();
const yearsEnd = ['--as-of', '2021-12-31'];

const ask = (...args: ReadonlyArray<string>) =>
  burgernet({ cwd: there.folder }, 'audit', ...args, '--lang', 'en');
const certify = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { status, stdout } = await ask('certify', ...args);
  expect(status).toBe(0);
  return stdout;
};
const linesOf = (text: string): ReadonlyArray<string> => text.trimEnd().split('\n');
const certificateOf = (text: string): Certificate => {
  const value: unknown = JSON.parse(text);
  if (!Certificate.is(value)) throw new Error(`No certificate: ${text}`);
  return value;
};

describe('burgernet audit certify', () => {
  let bundled: Files;
  let then: string;
  let now: string;
  beforeAll(async () => {
    expect((await ask('export', 'bundle', ...yearsEnd)).status).toBe(0);
    bundled = await filesOf(join(there.folder, 'bundle'));
    [then, now] = [await certify('--year', '2021', ...yearsEnd), await certify('--year', '2021')];
    await writeFile(join(there.folder, 'certificates'), then + now);
  });

  it('certifies a figure as known at the end of the year and now, with the events that it stands on', async () => {
    const old = certificateOf(await certify('success.full', '--year', '2021', ...yearsEnd));
    const known = certificateOf(await certify('success.full', '--year', '2021'));
    expect(old).toMatchObject({
      referenceDate: { registered: '2021-12-31T22:59:59.999Z' },
      numerator: { count: 61 },
      denominator: { count: 793 },
      rounded: '7.7',
    });
    expect(known).toMatchObject({
      referenceDate: 'latest',
      numerator: { count: 100 },
      denominator: { count: 793 },
      rounded: '12.6',
    });
    expect(old.root).toBe(known.root);
    expect(old.numerator.lineageRoot).not.toBe(known.numerator.lineageRoot);
    expect(old.denominator).toEqual(known.denominator);
  });

  it('gives the figures that are named in the bytes in which they stand in a bundle', async () => {
    const lines = linesOf(await certify('success.portal', 'actions', '--year', '2021'));
    expect(lines.map((line) => certificateOf(line).figure)).toEqual(['success.portal', 'actions']);
    for (const line of lines)
      expect(String(bundled.get(certificateFile(certificateOf(line), line)))).toBe(line);
    const { stdout } = await ask('certify', 'success.portal', 'actions', '--year', '2021', '--json');
    expect(stdout).toBe(`[${lines.join(',')}]\n`);
  });

  it('gives every figure where none is named, and of a part only those that have it', async () => {
    const names = currentDefinitions.map(({ name }) => name);
    expect(linesOf(then).map((line) => certificateOf(line).figure)).toEqual(names);
    expect(linesOf(now).map((line) => certificateOf(line).figure)).toEqual(names);
    const ofType = linesOf(await certify('--year', '2021', '--type', 'missing-person'));
    expect(ofType.map((line) => certificateOf(line).figure)).toEqual(
      currentDefinitions.filter(({ dimensions }) => dimensions.includes('type')).map(({ name }) => name),
    );
    expect(ofType.every((line) => certificateOf(line).type === 'missing-person')).toBe(true);
  });

  it('refuses what is no figure, and what a figure cannot be asked by', async () => {
    expect((await ask('certify', 'success.nothing')).status).toBe(1);
    expect((await ask('certify', 'prevention', '--type', 'missing-person')).status).toBe(2);
    expect((await ask('certify', 'actions', '--definition-version', '9')).status).toBe(1);
  });

  it('is verified for all figures of 2021, as known at the end of the year and now', async () => {
    const { status, stdout } = await ask('verify', 'bundle', '--certificates', 'certificates', '--json');
    expect(status).toBe(0);
    const count = 2 * currentDefinitions.length;
    expect(JSON.parse(stdout).held).toBe(count);
    const text = (await ask('verify', 'bundle', '--certificates', 'certificates')).stdout;
    expect(text).toContain(`held against it follow from the same events: ${count}.`);
  });

  it('names the line and the field where one does not follow from the events', async () => {
    const file = join(there.folder, 'altered');
    const altered = certificateOf(linesOf(then)[1] ?? '');
    const wrong = { ...altered, numerator: { ...altered.numerator, events: 7 } };
    await writeFile(file, `${linesOf(now)[0]}\n${canonicalJson(wrong)}\n`);
    const found = await ask('verify', 'bundle', '--certificates', 'altered');
    expect([found.status, found.stdout]).toEqual([1, '']);
    expect(found.stderr).toContain(`altered:2: the certificate of ${altered.figure} does not follow`);
    expect(found.stderr).toContain('its numerator.events is 7');
    await appendFile(file, 'no certificate\n');
    const none = await ask('verify', 'bundle', '--certificates', 'altered');
    expect(none.stderr).toContain('altered:3 is not as it should be');
    expect((await ask('verify', 'bundle', '--certificates', 'nowhere')).status).toBe(1);
  });

  it('does not hold with the definition changed, whichever figure it is of', async () => {
    const folder = join(await temporaryFolder(), 'bundle');
    const key = await done(readKeyFile(join(there.folder, 'burgernet.key')));
    for (const definition of currentDefinitions) {
      const other: Definition = {
        ...definition,
        about: definition.about === 'action' ? 'mailing' : 'action',
      };
      const found = definitionHash(other);
      const files = new Map(bundled);
      const definitions: ReadonlyArray<Definition> = JSON.parse(String(files.get('definitions.json')));
      files.set(
        'definitions.json',
        Buffer.from(canonicalJson(definitions.map((one) => (one.name === definition.name ? other : one)))),
      );
      for (const [path, bytes] of bundled)
        if (path.startsWith(`certificates/${definition.name}-`)) {
          const certificate = certificateOf(String(bytes));
          const changed = { ...certificate, definition: { version: 1, sha256: found } };
          if (!Certificate.is(changed)) throw new Error('It is a certificate still.');
          const text = certificateText(changed);
          files.delete(path);
          files.set(certificateFile(changed, text), Buffer.from(text));
        }
      await putFiles(folder, resealed(files, key));
      expect(await refused(verifyBundle(folder))).toMatchObject({
        tag: 'DefinitionDiffers',
        facts: { figure: definition.name, expected: definitionHash(definition), found },
      });
    }
  });
});

describe('a certificate that was given out earlier', () => {
  it('is held against any bundle that begins with the same events, and against no other', async () => {
    const cwd = await temporaryFolder();
    const said = [start(1), start(2), marked(1, '2021-05-15T09:12', { line: '112' })];
    const events = log(...said);
    await put(cwd, events.slice(0, 2));
    const call = (...args: ReadonlyArray<string>) => burgernet({ cwd }, 'audit', ...args, '--lang', 'en');
    await call('export', 'older');
    await put(cwd, events.slice(2));
    await writeFile(join(cwd, 'given'), (await call('certify', '--year', '2021')).stdout);
    await call('export', 'same');
    await put(cwd, log(...said, start(3)).slice(3));
    await call('export', 'newer');
    for (const bundle of ['same', 'newer'])
      expect((await call('verify', bundle, '--certificates', 'given')).status).toBe(0);
    const short = await call('verify', 'older', '--certificates', 'given');
    expect(short.status).toBe(1);
    expect(short.stderr).toContain('given:1 is not as it should be: it is over 3 events; the bundle has 2');
    const checkpoints = await readFile(join(cwd, 'burgernet.checkpoints'), 'utf8');
    expect(checkpoints.trim().split('\n')).toHaveLength(3);
  });
});
