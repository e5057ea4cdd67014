import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { domainRegistry, type StoredEvent, successClasses } from '@burgernet/domain';
import { measures } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { eventAt } from '../../../packages/adapters/src/audit/bundle/event-at.js';
import { verifyBundle } from '../../../packages/adapters/src/audit/bundle/verify-bundle.js';
import { leafOf } from '../../../packages/adapters/src/audit/leaf/leaf.js';
import { vkeyText } from '../../../packages/adapters/src/audit/note/key.js';
import { bundleIn, filesOf, testKey } from '../../support/bundle.js';
import { naiveRoot } from '../../support/naive-tree.js';
import { done } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const page = new URL('../../../docs/reference/audit-bundle.md', import.meta.url);

/** The examples of the page by their names, without the line end before the fence. */
const examples = async (): Promise<ReadonlyMap<string, string>> => {
  const text = await readFile(page, 'utf8');
  const blocks = text.matchAll(/```(?:json|text) (\S+)\n([\s\S]*?)\n```/g);
  return new Map([...blocks].map(([, name = '', content = '']) => [name, content]));
};

const eventsOf = (lines: string): ReadonlyArray<StoredEvent> =>
  lines.split('\n').map((line, index) => {
    const event = eventAt(line, index + 1);
    if (event._tag === 'Left') throw new Error(event.left.text.en);
    return event.right.event;
  });

const sha256 = (...parts: ReadonlyArray<Uint8Array>): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

describe('the page about the audit bundle', () => {
  it('shows the files of a bundle as they are written, to the byte', async () => {
    const shown = await examples();
    const events = eventsOf(shown.get('events.ndjson') ?? '');
    const folder = await bundleIn(join(await temporaryFolder(), 'bundle'), events, {
      sizes: [2],
      figures: [['success.full']],
    });
    const files = await filesOf(folder);
    const name = [...files.keys()].find((path) => path.startsWith('certificates/')) ?? '';
    expect(shown.get('certificate-name')).toBe(name);
    const written = [...files].filter(([path]) => path !== 'leaves.bin');
    expect(written.map(([path, bytes]) => [path, bytes.toString()])).toEqual(
      written.map(([path, bytes]) => {
        const example = shown.get(path === name ? 'certificate' : path);
        return [path, bytes.at(-1) === 10 ? `${example}\n` : example];
      }),
    );
    expect(shown.get('leaf-hashes')?.replaceAll('\n', '')).toBe(files.get('leaves.bin')?.toString('hex'));
    expect((await done(verifyBundle(folder))).quarantined).toBe(1);
  });

  it('shows leaves, roots and a key as the rules that it gives make them', async () => {
    const shown = await examples();
    const leaves = [1, 2, 3].map((n) => shown.get(`leaf-${n}`) ?? '');
    expect(eventsOf(shown.get('events.ndjson') ?? '').map((event) => leafOf(event))).toEqual(leaves);
    const bytes = leaves.map((leaf) => Buffer.from(leaf));
    expect(shown.get('leaf-hashes')?.split('\n')).toEqual(
      bytes.map((leaf) => sha256(Buffer.of(0), leaf).toString('hex')),
    );
    expect(shown.get('roots')?.split('\n')).toEqual(
      [2, 3].map((size) => naiveRoot(bytes.slice(0, size)).toString('hex')),
    );
    expect(shown.get('verifier-key')).toBe(vkeyText(testKey.verifier));
    const certificate = JSON.parse(shown.get('certificate') ?? '');
    expect(certificate.denominator.lineageRoot).toBe(sha256(Buffer.of(0, 0x30)).toString('base64'));
    expect(certificate.numerator.lineageRoot).toBe(sha256(Buffer.of(0, 0x31)).toString('base64'));
  });

  it('says of every type of event when it contradicts its stream, and of every measure what contributes to it', async () => {
    const [, anew = ''] = (await readFile(page, 'utf8')).split('## Computing a figure anew');
    const byTheFirstRowsAlone = ['ActionWithdrawn', 'ReachMeasured', 'SharesCounted', 'MailingWithdrawn'];
    const inARow = (type: string) => new RegExp(`^\\| [^|]*\`${type}\`[^|]* \\|`, 'm');
    for (const { type } of domainRegistry().registrations)
      if (!byTheFirstRowsAlone.includes(type)) expect(anew).toMatch(inARow(type));
    const ofClasses = new Set(successClasses.map((one) => `success.${one}`));
    for (const measure of measures)
      expect(anew).toContain(ofClasses.has(measure) ? '`success.CLASS`' : `\`${measure}\``);
  });

  it('shows signatures that hold for whoever has the verifier key alone', async () => {
    const shown = await examples();
    const [, , base64 = ''] = shown.get('verifier-key')?.split('+') ?? [];
    const x = Buffer.from(base64, 'base64').subarray(1).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    for (const name of ['checkpoints/2.txt', 'checkpoints/3.txt', 'manifest.sig']) {
      const [text = '', line = ''] = shown.get(name)?.split('\n\n') ?? [];
      const signature = Buffer.from(line.split(' ')[2] ?? '', 'base64').subarray(4);
      expect(verify(null, Buffer.from(`${text}\n`), key, signature)).toBe(true);
    }
    expect(shown.get('manifest.sig')).toContain(
      `\n${sha256(Buffer.from(shown.get('manifest.json') ?? '')).toString('hex')}\n\n`,
    );
  });
});
