import * as E from 'fp-ts/lib/Either.js';
import { canonicalText } from '../leaf/canonical-text.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { type BundledCertificate, certificateIn } from './bundled-certificates.js';
import { longestFile } from './layout.js';

/** Certificates that somebody was given before and holds against a bundle. */
export interface HeldCertificates {
  /** of their file, for what is said of them */
  readonly name: string;
  /** one a line, each in canonical form */
  readonly text: string;
}

/**
 * Reads certificates that are held against a bundle; whether they are right, its events tell.
 *
 * @param events how many the bundle has
 */
export const readHeldCertificates = (
  { name, text }: HeldCertificates,
  events: number,
): E.Either<BundleFault, ReadonlyArray<BundledCertificate>> => {
  const malformed = (path: string, detail: string) => E.left(refuseBundle('FileMalformed', { path, detail }));
  const certificates: BundledCertificate[] = [];
  for (const [at, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const path = `${name}:${at + 1}`;
    if (line.length > longestFile.certificate || canonicalText(line) !== line)
      return malformed(path, 'it is no certificate in canonical form (RFC 8785)');
    const read = certificateIn(path, line, events);
    if (E.isLeft(read)) return read;
    certificates.push(read.right);
  }
  return E.right(certificates);
};
