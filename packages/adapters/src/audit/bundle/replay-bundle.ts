import { createHash } from 'node:crypto';
import { domainRegistry } from '@burgernet/domain';
import { ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { Certificate } from '../certificate/certificate.js';
import { Certifier } from '../certificate/certify.js';
import { leafOf } from '../leaf/leaf.js';
import { Frontier } from '../merkle/frontier.js';
import { type Hash, leafHash, sameHash } from '../merkle/hash.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import type { BundledCertificate } from './bundled-certificates.js';
import { eventAt } from './event-at.js';
import { eventsFile, leavesFile, longestLine, mostUnreadable } from './layout.js';
import { ListedLeaves } from './listed-leaves.js';
import type { ListedFile, Manifest } from './manifest.js';
import { chunksOf, isListedAs, type PlainFile, withPlainFile } from './plain-file.js';
import { textLines } from './text-lines.js';

/** What follows from the events of a bundle. */
export interface Replayed {
  /** the root of the tree at the size of each checkpoint */
  readonly roots: ReadonlyMap<number, Hash>;
  /** each certificate as this program makes it, by path */
  readonly certificates: ReadonlyMap<string, Certificate>;
  /** events that could not be read, which certificates say of the figures that they touch */
  readonly quarantined: number;
}

/** How far a verification is. */
export interface VerifyProgress {
  /** events read */
  readonly events: number;
  /** how many there are */
  readonly of: number;
}

/** Whether a file is the one that the manifest lists; it is read through, however long it is. */
const isListed = async (file: PlainFile, listed: ListedFile): Promise<E.Either<BundleFault, void>> => {
  if (file.bytes !== listed.bytes) return isListedAs(listed, file.bytes, '');
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(file, listed.bytes)) hash.update(chunk);
  return isListedAs(listed, file.bytes, hash.digest('hex'));
};

/** After how many events somebody hears how far it is. */
const tellEvery = 10_000;

/** Certificates in an order in which those that read the same of the events stand together. */
const together = (certificates: ReadonlyArray<BundledCertificate>): ReadonlyArray<BundledCertificate> => {
  const nameOf = ({ asked: { query, region, asOf } }: BundledCertificate): string =>
    JSON.stringify([query.year, region ?? null, asOf]);
  return certificates
    .map((one) => ({ name: nameOf(one), one }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ one }) => one);
};

/** One reading of the events of a bundle, which makes everything of them that is needed. */
class Replay {
  readonly #models: ReadModels;
  readonly #registry;
  readonly #edge = new Frontier();
  readonly #roots = new Map<number, Hash>();
  readonly #made = new Map<string, Certificate>();
  readonly #sizes: ReadonlySet<number>;
  readonly #certificates: ReadonlyArray<BundledCertificate>;
  /** how many events that cannot be read were counted, and how many characters are kept of them */
  #unreadable = 0;
  #kept = 0;

  constructor(
    readonly manifest: Manifest,
    certificates: ReadonlyArray<BundledCertificate>,
  ) {
    this.#certificates = together(certificates);
    this.#models = new ReadModels(manifest.prefix);
    this.#registry = domainRegistry(manifest.prefix);
    this.#sizes = new Set([
      ...manifest.checkpoints.map(({ size }) => size),
      ...certificates.map(({ certificate }) => certificate.treeSize),
    ]);
    this.#look();
  }

  /** Looks at the tree and the figures where a checkpoint or a certificate is of this very size. */
  #look(): void {
    const { size } = this.#edge;
    if (!this.#sizes.has(size)) return;
    const root = this.#edge.root();
    this.#roots.set(size, root);
    const certifier = new Certifier(this.#models, root);
    for (const { path, certificate, asked } of this.#certificates)
      if (certificate.treeSize === size) this.#made.set(path, certifier.certify(asked));
  }

  /** Whether more is kept of what cannot be read than a verification keeps. */
  #isTooMuchUnreadable(): boolean {
    const { events } = this.#models.quarantine;
    for (; this.#unreadable < events.length; this.#unreadable++) {
      const event = events[this.#unreadable];
      if (event === undefined) continue;
      const { stream, eventId, type, recordedAt, detail } = event;
      this.#kept += stream.length + eventId.length + type.length + recordedAt.length + detail.length;
    }
    return this.#kept > mostUnreadable;
  }

  /** Takes the next line into account, if it holds the next event and that has the leaf it should have. */
  take(line: string, expected: Hash): BundleFault | undefined {
    const position = this.#edge.size + 1;
    const read = eventAt(line, position);
    if (E.isLeft(read)) return read.left;
    const { event, parsed } = read.right;
    const leaf = leafHash(leafOf(event, parsed));
    if (!sameHash(leaf, expected))
      return refuseBundle('EventDiffers', {
        position,
        eventId: event.eventId,
        expected: Buffer.from(expected).toString('hex'),
        found: Buffer.from(leaf).toString('hex'),
      });
    this.#edge.append(leaf);
    this.#models.handle(this.#registry.decodeParsed(event, parsed.data));
    if (this.#isTooMuchUnreadable())
      return refuseBundle('UnreadableTooMuch', { position, eventId: event.eventId, most: mostUnreadable });
    this.#look();
    return undefined;
  }

  get replayed(): Replayed {
    return {
      roots: this.#roots,
      certificates: this.#made,
      quarantined: this.#models.quarantine.events.length,
    };
  }
}

const replayLines = async (
  events: PlainFile,
  listed: ListedFile,
  leaves: ListedLeaves,
  replay: Replay,
  onProgress: (progress: VerifyProgress) => void,
): Promise<E.Either<BundleFault, Replayed>> => {
  const { events: expected } = replay.manifest;
  const hash = createHash('sha256');
  let found = 0;
  for await (const { lines, wrong } of textLines(events, listed.bytes, longestLine, (bytes) =>
    hash.update(bytes),
  )) {
    for (const line of lines) {
      if (found === expected) return E.left(refuseBundle('EventCount', { expected, found: found + 1 }));
      if (leaves.isSpent) await leaves.fill();
      const fault = replay.take(line, leaves.next());
      if (fault !== undefined) return E.left(fault);
      found += 1;
      if (found % tellEvery === 0) onProgress({ events: found, of: expected });
    }
    if (wrong !== undefined)
      return E.left(refuseBundle('EventMalformed', { position: found + 1, detail: wrong }));
  }
  if (found < expected) return E.left(refuseBundle('EventCount', { expected, found }));
  const compared = isListedAs(listed, events.bytes, hash.digest('hex'));
  return E.isLeft(compared) ? compared : E.right(replay.replayed);
};

/**
 * Reads the events of a bundle once, in bounded memory: makes their leaves, the root at each checkpoint and,
 * with this program's own projections, each certificate anew.
 *
 * The file of leaves was signed with the rest and is trusted with nothing: it only tells which event is
 * wrong where one is.
 */
export const replayBundle = (
  folder: string,
  manifest: Manifest,
  certificates: ReadonlyArray<BundledCertificate>,
  listedAs: (path: string) => ListedFile,
  onProgress: (progress: VerifyProgress) => void,
): Promise<E.Either<BundleFault, Replayed>> =>
  withPlainFile(folder, leavesFile, async (leaves) => {
    const listed = await isListed(leaves, listedAs(leavesFile));
    if (E.isLeft(listed)) return listed;
    return withPlainFile(folder, eventsFile, (events) =>
      replayLines(
        events,
        listedAs(eventsFile),
        new ListedLeaves(leaves),
        new Replay(manifest, certificates),
        onProgress,
      ),
    );
  });
