import { explain } from '@burgernet/domain';
import { type Definition, definitionOf, definitions } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { parseJson } from '../../interchange/raw-json.js';
import { canonicalJson } from '../canonical-json.js';
import { Certificate } from '../certificate/certificate.js';
import { type AskedFigure, askedOf, definitionHash } from '../certificate/certify.js';
import { canonicalText } from '../leaf/canonical-text.js';
import { sha256Hex } from '../leaf/stand-in.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { certificateFile, definitionsFile, longestFile, mostCertificates } from './layout.js';
import type { ListedFile, Manifest } from './manifest.js';
import { readListed } from './plain-file.js';
import { textOf } from './signed-manifest.js';

/** A certificate of a bundle, or one that is held against it, and what is asked again to see whether it is right. */
export interface BundledCertificate {
  readonly path: string;
  readonly certificate: Certificate;
  /** the bytes of its file */
  readonly text: string;
  readonly asked: AskedFigure;
}

const malformed = (path: string, detail: string): E.Either<BundleFault, never> =>
  E.left(refuseBundle('FileMalformed', { path, detail }));

/** Reads a file that holds JSON in canonical form. */
const readCanonical = async (
  folder: string,
  listed: ListedFile,
  most: number,
): Promise<E.Either<BundleFault, { readonly text: string; readonly value: unknown }>> => {
  const bytes = await readListed(folder, listed, most);
  if (E.isLeft(bytes)) return bytes;
  const text = textOf(listed.path, bytes.right);
  if (E.isLeft(text)) return text;
  return canonicalText(text.right) === text.right
    ? E.right({ text: text.right, value: parseJson(text.right) })
    : malformed(listed.path, 'it is no JSON in canonical form (RFC 8785)');
};

const Named = t.array(t.type({ name: t.string, version: t.number }));

/**
 * Reads the definitions of a bundle. Those that this program knows under the same name and version must be
 * the same; of others it says nothing until a certificate needs one.
 *
 * @returns the hash of each, by name and version
 */
const readDefinitions = async (
  folder: string,
  listed: ListedFile,
): Promise<E.Either<BundleFault, ReadonlyMap<string, string>>> => {
  const path = definitionsFile;
  const read = await readCanonical(folder, listed, longestFile.definitions);
  if (E.isLeft(read)) return read;
  const named = Named.decode(read.right.value);
  if (E.isLeft(named)) return malformed(path, explain(named.left));
  const hashes = new Map<string, string>();
  for (const one of named.right) {
    const found = sha256Hex(canonicalJson(one));
    const { name: figure, version } = one;
    const known = definitionOf(figure, version);
    const expected = known && definitionHash(known);
    if (expected !== undefined && expected !== found)
      return E.left(refuseBundle('DefinitionDiffers', { path, figure, version, expected, found }));
    hashes.set(`${figure} ${version}`, found);
  }
  return E.right(hashes);
};

/** What a certificate is of, if this program knows the definition that it names. */
const askedBy = (path: string, certificate: Certificate): E.Either<BundleFault, AskedFigure> => {
  const {
    figure,
    definition: { version, sha256: found },
  } = certificate;
  const known: Definition | undefined = definitionOf(figure, version);
  if (known === undefined) return E.left(refuseBundle('DefinitionUnknown', { path, figure, version }));
  const expected = definitionHash(known);
  return expected === found
    ? E.right(askedOf(certificate, known))
    : E.left(refuseBundle('DefinitionDiffers', { path, figure, version, expected, found }));
};

/**
 * Reads a certificate; whether it is right, the events tell.
 *
 * @param path names it in what is said of it
 * @param text JSON in canonical form
 * @param events how many there are
 */
export const certificateIn = (
  path: string,
  text: string,
  events: number,
): E.Either<BundleFault, BundledCertificate> => {
  const certificate = Certificate.decode(parseJson(text));
  if (E.isLeft(certificate)) return malformed(path, explain(certificate.left));
  if (certificate.right.treeSize > events)
    return malformed(path, `it is over ${certificate.right.treeSize} events; the bundle has ${events}`);
  const asked = askedBy(path, certificate.right);
  return E.isLeft(asked)
    ? asked
    : E.right({ path, certificate: certificate.right, text, asked: asked.right });
};

const readCertificate = async (
  folder: string,
  listed: ListedFile,
  events: number,
  bundled: ReadonlyMap<string, string>,
): Promise<E.Either<BundleFault, BundledCertificate>> => {
  const { path } = listed;
  const read = await readCanonical(folder, listed, longestFile.certificate);
  if (E.isLeft(read)) return read;
  const certificate = certificateIn(path, read.right.text, events);
  if (E.isLeft(certificate)) return certificate;
  const { figure, definition } = certificate.right.certificate;
  const name = certificateFile(certificate.right.certificate, read.right.text);
  if (name !== path) return malformed(path, `what it holds should stand in ${name}`);
  return bundled.get(`${figure} ${definition.version}`) === definition.sha256
    ? certificate
    : malformed(
        path,
        `its definition, ${figure} of version ${definition.version}, should stand in ${definitionsFile}`,
      );
};

/** Reads the definitions and certificates that a manifest lists; whether these are right, the events tell. */
export const readCertificates = async (
  folder: string,
  { files, events }: Manifest,
  listedAs: (path: string) => ListedFile,
): Promise<E.Either<BundleFault, ReadonlyArray<BundledCertificate>>> => {
  const bundled = await readDefinitions(folder, listedAs(definitionsFile));
  if (E.isLeft(bundled)) return bundled;
  const held = files.filter(({ path }) => path.startsWith('certificates/'));
  let left = mostCertificates;
  for (const { path, bytes } of held) {
    if (bytes > left) return E.left(refuseBundle('FileTooLarge', { path, bytes, most: left }));
    left -= bytes;
  }
  const certificates: BundledCertificate[] = [];
  for (const listed of held) {
    const certificate = await readCertificate(folder, listed, events, bundled.right);
    if (E.isLeft(certificate)) return certificate;
    certificates.push(certificate.right);
  }
  return E.right(certificates);
};

/** The definitions of some certificates as the text of their file. */
export const definitionsText = (certificates: ReadonlyArray<Certificate>): string => {
  const named = new Set(certificates.map(({ figure, definition }) => `${figure} ${definition.version}`));
  return canonicalJson(definitions.filter(({ name, version }) => named.has(`${name} ${version}`)));
};
