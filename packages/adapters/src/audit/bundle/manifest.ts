import { Count, closed, explain, Instant, list, text } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { parseJson } from '../../interchange/raw-json.js';
import { canonicalJson } from '../canonical-json.js';
import { HexHash } from '../certificate/certificate.js';
import { hashBytes } from '../merkle/hash.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import {
  checkpointFile,
  definitionsFile,
  eventsFile,
  isListable,
  leavesFile,
  manifestFile,
} from './layout.js';

const ListedFile = closed('file', {
  path: text<'BundlePath'>('path of a file of a bundle', isListable),
  bytes: Count,
  sha256: HexHash,
});
/** A file of a bundle as its manifest lists it. */
export interface ListedFile extends t.TypeOf<typeof ListedFile> {}

const prefixPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Codec of what a bundle holds. */
export const Manifest = closed('manifest', {
  format: text<'BundleFormat'>('format of a bundle', (s) => s === 'burgernet-audit-bundle/v1'),
  /** the verifier key of whoever made it */
  key: text<'Vkey'>('verifier key', (s) => s !== '' && s.length <= 1_000),
  /** of the streams, see `defaultPrefix` */
  prefix: text<'Prefix'>('prefix of streams', (s) => prefixPattern.test(s)),
  /** how many there are */
  events: Count,
  /** by size, ascending; the last is over all events */
  checkpoints: list(closed('checkpoint', { size: Count, madeAt: Instant })),
  /** every file but the manifest and its signature, by path, ascending */
  files: list(ListedFile, 20_000),
});
/** What {@link Manifest} holds. */
export interface Manifest extends t.TypeOf<typeof Manifest> {}

/** The format that is written. */
export const format = 'burgernet-audit-bundle/v1';

/** The manifest as the bytes of its file. */
export const manifestText = (manifest: Manifest): string => canonicalJson(manifest);

/** What is signed of a manifest: a note that no checkpoint can be taken for. */
export const manifestNote = (keyName: string, sha256: string): string => `${keyName}\n${format}\n${sha256}\n`;

const ascends = <A>(all: ReadonlyArray<A>, of: (one: A) => string | number): boolean =>
  all.every((one, index) => {
    const before = all[index - 1];
    return before === undefined || of(before) < of(one);
  });

/** What contradicts itself in a manifest, in a clause; `undefined` where nothing does. */
const contradiction = ({ files, checkpoints, events }: Manifest): string | undefined => {
  const bytesOf = new Map(files.map(({ path, bytes }): readonly [string, number] => [path, bytes]));
  const listed = [...bytesOf.keys()].filter((path) => path.startsWith('checkpoints/'));
  const absent = [
    eventsFile,
    leavesFile,
    definitionsFile,
    ...checkpoints.map(({ size }) => checkpointFile(size)),
  ].find((path) => !bytesOf.has(path));
  if (!ascends(files, ({ path }) => path)) return 'its files do not stand in order, each once';
  if (!ascends(checkpoints, ({ size }) => size)) return 'its checkpoints do not stand in order, each once';
  if (absent !== undefined) return `it does not list ${absent}`;
  if (listed.length !== checkpoints.length) return 'it lists a file of a checkpoint that it does not name';
  if (bytesOf.get(leavesFile) !== events * hashBytes)
    return `${leavesFile} should have ${hashBytes} bytes an event, ${events * hashBytes}`;
  return checkpoints.at(-1)?.size === events
    ? undefined
    : `its last checkpoint should be one over all ${events} events`;
};

/** Reads the bytes of a manifest, which must be those that it is written as. */
export const parseManifest = (written: string): E.Either<BundleFault, Manifest> => {
  const malformed = (detail: string) => E.left(refuseBundle('FileMalformed', { path: manifestFile, detail }));
  const value = parseJson(written);
  if (value === undefined) return malformed('it is no JSON');
  const read = Manifest.decode(value);
  if (E.isLeft(read)) return malformed(explain(read.left));
  if (manifestText(read.right) !== written)
    return malformed('it is not written in canonical form (RFC 8785)');
  const wrong = contradiction(read.right);
  return wrong === undefined ? read : malformed(wrong);
};
