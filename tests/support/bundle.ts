import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { EventStore } from '@burgernet/adapters';
import { domainRegistry, Instant, type StoredEvent } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import { definitionOf, type Query, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { BundleContent } from '../../packages/adapters/src/audit/bundle/bundle-files.js';
import { signatureText } from '../../packages/adapters/src/audit/bundle/signed-manifest.js';
import { writeBundle } from '../../packages/adapters/src/audit/bundle/write-bundle.js';
import { canonicalJson } from '../../packages/adapters/src/audit/canonical-json.js';
import type { Certificate } from '../../packages/adapters/src/audit/certificate/certificate.js';
import { certify } from '../../packages/adapters/src/audit/certificate/certify.js';
import { leafOf } from '../../packages/adapters/src/audit/leaf/leaf.js';
import { sha256Hex } from '../../packages/adapters/src/audit/leaf/stand-in.js';
import { leafHash } from '../../packages/adapters/src/audit/merkle/hash.js';
import { MerkleTree } from '../../packages/adapters/src/audit/merkle/tree.js';
import { type Checkpoint, makeCheckpoint } from '../../packages/adapters/src/audit/note/checkpoint.js';
import { parseSignerKey, type SignerKey, vkeyText } from '../../packages/adapters/src/audit/note/key.js';
import { embeddedStore } from '../../packages/adapters/src/event-store/embedded-store.js';
import { done } from './outcome.js';

/** A value that was read from JSON. */
export type Raw = Readonly<Record<string, unknown>>;

const keyOf = (text: string): SignerKey => {
  const key = parseSignerKey(text);
  if (key._tag === 'Left') throw new Error(key.left.text.en);
  return key.right;
};
/** Keys for tests; their seeds are 32 ones and 32 twos, so they are nobody's. */
export const testKey = keyOf(
  'PRIVATE+KEY+example.org/a-log+3a869935+AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB',
);
export const otherKey = keyOf(
  'PRIVATE+KEY+example.org/a-log+cbee4e7e+AQICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIC',
);

const madeAt = valid(Instant, '2022-01-15T12:00:00.000Z');

/** The tree of a log. */
export const treeOf = (events: ReadonlyArray<StoredEvent>): MerkleTree => {
  const tree = new MerkleTree();
  for (const event of events) tree.append(leafHash(leafOf(event)));
  return tree;
};

/** What goes into a bundle of a test, beside its events. */
export interface Wanted {
  /** at which checkpoints are made; the last is over all events whatever is said here */
  readonly sizes?: ReadonlyArray<number>;
  /** the figures that are certified, each of the year 2021 unless said otherwise, over so many events */
  readonly figures?: ReadonlyArray<readonly [name: string, query?: Query, size?: number]>;
  readonly key?: SignerKey;
}

/** Certificates of figures of a log. */
const certificatesOf = (
  events: ReadonlyArray<StoredEvent>,
  tree: MerkleTree,
  figures: NonNullable<Wanted['figures']>,
): ReadonlyArray<Certificate> => {
  const { decode } = domainRegistry();
  return figures.map(([name, query = { year: 2021 }, size = events.length]) => {
    const definition = definitionOf(name);
    if (definition === undefined) throw new Error(`No figure ${name}.`);
    const models = new ReadModels();
    for (const event of events.slice(0, size)) models.handle(decode(event));
    return certify(models, tree.root(size), { definition, query, asOf: 'latest' });
  });
};

/** A store that gives these events and takes no others. */
const storeOf = (events: ReadonlyArray<StoredEvent>): EventStore =>
  embeddedStore({
    last: () => E.right(events.length),
    page: (after, upTo) => E.right(events.slice(after, upTo)),
    stream: (stream) => E.right(events.filter((event) => event.stream === stream)),
    write: () => E.right([]),
    checkIntegrity: () => E.right(undefined),
    lookEvery: undefined,
    close: () => undefined,
  });

/** What is put into the bundle of a log. */
export const contentOf = (
  events: ReadonlyArray<StoredEvent>,
  { sizes = [], figures = [], key = testKey }: Wanted = {},
): BundleContent => {
  const tree = treeOf(events);
  const checkpoint = (size: number): Checkpoint => makeCheckpoint(key, size, tree.root(size), madeAt);
  const earlier = [...new Set(sizes)].filter((size) => size < events.length).sort((a, b) => a - b);
  const certificates = certificatesOf(events, tree, figures);
  return {
    store: storeOf(events),
    key,
    earlier: earlier.map(checkpoint),
    events: events.length,
    last: () => TE.right(checkpoint(events.length)),
    certificates: () => certificates,
  };
};

/** Writes the bundle of a log into a new folder of this name. */
export const bundleIn = async (
  folder: string,
  events: ReadonlyArray<StoredEvent>,
  wanted: Wanted = {},
): Promise<string> => {
  await done(writeBundle(folder, contentOf(events, wanted)));
  return folder;
};

/** The files of a folder by their paths in it. */
export type Files = ReadonlyMap<string, Buffer>;

/** Reads all files of a bundle. */
export const filesOf = async (folder: string): Promise<Files> => {
  const files: Array<[string, Buffer]> = [];
  for (const path of await readdir(folder, { recursive: true }))
    if ((await stat(join(folder, path))).isFile())
      files.push([path.split(sep).join('/'), await readFile(join(folder, path))]);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Makes a folder hold these files and no others. */
export const putFiles = async (folder: string, files: Files): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
};

/**
 * Signs a bundle anew as it stands, as somebody would who has a key and nothing to say: lists what is there,
 * with the changes that are wanted in the manifest.
 */
export const resealed = (
  files: Files,
  key: SignerKey,
  change: (manifest: Raw) => Raw = (same) => same,
): Files => {
  const old: Raw = JSON.parse(String(files.get('manifest.json')));
  const rest = [...files]
    .filter(([path]) => !path.startsWith('manifest.'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const listed = rest.map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) }));
  const manifest = canonicalJson(change({ ...old, key: vkeyText(key.verifier), files: listed }));
  return new Map([
    ...rest,
    ['manifest.json', Buffer.from(manifest)],
    ['manifest.sig', Buffer.from(signatureText(key, manifest))],
  ]);
};
