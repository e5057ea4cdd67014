import { both, type RejectionOf, refusing } from '@burgernet/domain';
import { clause } from '../../commands/clause.js';
import type { NoteFault } from '../note/note-fault.js';
import { clipped, shown } from '../shown.js';

interface OfFile {
  /** inside the bundle */
  readonly path: string;
}
interface Differing<A> {
  readonly expected: A;
  readonly found: A;
}

/** Why a bundle is not what it says. Each names the first thing that is wrong, and what was expected. */
export const bundleSentences = {
  FileAbsent: (f: OfFile) =>
    both(
      `${f.path} is missing; the bundle should have it. Fetch the bundle again.`,
      `${f.path} ontbreekt, maar hoort in de bundel. Haal de bundel opnieuw op.`,
    ),
  FileUnexpected: (f: OfFile) =>
    both(
      `The bundle holds ${shown(f.path)}, which its manifest does not list; a bundle holds nothing else.`,
      `De bundel bevat ${shown(f.path)}, dat niet in het manifest staat; een bundel bevat niets anders.`,
    ),
  FileNotPlain: (f: OfFile) =>
    both(
      `${shown(f.path)} is no plain file (or folder, where one should be) but a link or something else; it was not opened.`,
      `${shown(f.path)} is geen gewoon bestand (of map, waar die hoort) maar een koppeling of iets anders; het is niet geopend.`,
    ),
  FileUnreadable: (f: OfFile & { readonly detail: string }) =>
    both(
      `${f.path} cannot be read (${f.detail}); see whether this user may read it.`,
      `${f.path} is niet te lezen (${f.detail}); kijk of deze gebruiker het mag lezen.`,
    ),
  FileTooLarge: (f: OfFile & { readonly bytes: number; readonly most: number }) =>
    both(
      `${f.path} has ${f.bytes} bytes and may have ${f.most} at most; it was not read.`,
      `${f.path} heeft ${f.bytes} bytes en mag er hoogstens ${f.most} hebben; het is niet gelezen.`,
    ),
  FileLength: (f: OfFile & Differing<number>) =>
    both(
      `${f.path} has ${f.found} bytes; the manifest says ${f.expected}. It was altered, or cut off.`,
      `${f.path} heeft ${f.found} bytes; het manifest zegt ${f.expected}. Het is veranderd of afgebroken.`,
    ),
  FileHash: (f: OfFile & Differing<string>) =>
    both(
      `${f.path} was altered: its SHA-256 is ${f.found}; the manifest says ${f.expected}.`,
      `${f.path} is veranderd: de SHA-256 is ${f.found}; het manifest zegt ${f.expected}.`,
    ),
  FileMalformed: (f: OfFile & { readonly detail: string }) =>
    both(
      `${f.path} is not as it should be: ${clause(f.detail)}.`,
      `${f.path} is niet zoals het moet: ${clause(f.detail)}.`,
    ),
  NoteRefused: (f: OfFile & { readonly fault: NoteFault }) =>
    both(`${f.path}: ${f.fault.text.en}`, `${f.path}: ${f.fault.text.nl}`),
  AnotherKey: (f: OfFile & Differing<string>) =>
    both(
      `${f.path} names the key ${shown(f.found)}; expected was the key ${f.expected} that was given. Somebody else made this bundle.`,
      `${f.path} noemt de sleutel ${shown(f.found)}; verwacht werd de opgegeven sleutel ${f.expected}. Iemand anders heeft deze bundel gemaakt.`,
    ),
  EventMalformed: (f: { readonly position: number; readonly detail: string }) =>
    both(
      `Line ${f.position} of events.ndjson is not the event at position ${f.position} as an export writes it: ${clause(f.detail)}.`,
      `Regel ${f.position} van events.ndjson is niet de gebeurtenis op positie ${f.position} zoals een export die schrijft: ${clause(f.detail)}.`,
    ),
  EventOutOfPlace: (f: Differing<number> & { readonly eventId: string }) =>
    both(
      `Line ${f.expected} of events.ndjson holds event ${shown(f.eventId)} of position ${f.found}; expected was that of position ${f.expected}. Events were duplicated, left out or put in another order.`,
      `Regel ${f.expected} van events.ndjson bevat gebeurtenis ${shown(f.eventId)} van positie ${f.found}; verwacht werd die van positie ${f.expected}. Er zijn gebeurtenissen dubbel, weggelaten of van plaats verwisseld.`,
    ),
  EventDiffers: (f: Differing<string> & { readonly position: number; readonly eventId: string }) =>
    both(
      `Event ${shown(f.eventId)} at position ${f.position} was altered: the hash of its leaf is ${f.found}; leaves.bin says ${f.expected}.`,
      `Gebeurtenis ${shown(f.eventId)} op positie ${f.position} is veranderd: de hash van haar blad is ${f.found}; leaves.bin zegt ${f.expected}.`,
    ),
  EventCount: (f: Differing<number>) =>
    both(
      `events.ndjson holds ${f.found} events; the manifest says ${f.expected}. Events were added or left out.`,
      `events.ndjson bevat ${f.found} gebeurtenissen; het manifest zegt ${f.expected}. Er zijn gebeurtenissen toegevoegd of weggelaten.`,
    ),
  EventTooLarge: (f: { readonly position: number; readonly eventId: string }) =>
    both(
      `Event ${shown(f.eventId)} at position ${f.position} is too large, or holds too many values, for a bundle.`,
      `Gebeurtenis ${shown(f.eventId)} op positie ${f.position} is te groot, of bevat te veel waarden, voor een bundel.`,
    ),
  LogTooShort: (f: OfFile & Differing<number>) =>
    both(
      `The log holds ${f.found} events; ${f.path} was signed over ${f.expected}. Events were taken away since then.`,
      `Het log bevat ${f.found} gebeurtenissen; ${f.path} is getekend over ${f.expected}. Er zijn sindsdien gebeurtenissen weggehaald.`,
    ),
  RootDiffers: (f: OfFile & Differing<string> & { readonly size: number }) =>
    both(
      `The first ${f.size} events are not those that ${f.path} was signed over: their root is ${f.found}; signed was ${f.expected}.`,
      `De eerste ${f.size} gebeurtenissen zijn niet die waarover ${f.path} is getekend: hun wortel is ${f.found}; getekend is ${f.expected}.`,
    ),
  DefinitionDiffers: (
    f: OfFile & Differing<string> & { readonly figure: string; readonly version: number },
  ) =>
    both(
      `${f.path}: the definition of ${f.figure}, version ${f.version}, is not the one that this program knows: its SHA-256 is ${f.found}; expected was ${f.expected}.`,
      `${f.path}: de definitie van ${f.figure}, versie ${f.version}, is niet die welke dit programma kent: de SHA-256 is ${f.found}; verwacht werd ${f.expected}.`,
    ),
  DefinitionUnknown: (f: OfFile & { readonly figure: string; readonly version: number }) =>
    both(
      `${f.path}: this program knows no figure ${f.figure} of version ${f.version}, so it cannot compute it again; use the release that made the bundle.`,
      `${f.path}: dit programma kent geen cijfer ${f.figure} van versie ${f.version} en kan het dus niet opnieuw berekenen; gebruik de versie die de bundel maakte.`,
    ),
  FigureDiffers: (f: OfFile & Differing<string> & { readonly figure: string; readonly field: string }) =>
    both(
      `${f.path}: the certificate of ${f.figure} does not follow from the events. Its ${f.field} is ${clipped(f.found)}; expected was ${clipped(f.expected)}.`,
      `${f.path}: het certificaat van ${f.figure} volgt niet uit de gebeurtenissen. ${f.field} is ${clipped(f.found)}; verwacht werd ${clipped(f.expected)}.`,
    ),
  FolderTaken: (f: { readonly folder: string }) =>
    both(
      `${f.folder} is there already and not empty; choose another folder for the bundle.`,
      `${f.folder} bestaat al en is niet leeg; kies een andere map voor de bundel.`,
    ),
  FolderUnusable: (f: { readonly folder: string; readonly detail: string }) =>
    both(
      `A bundle cannot be written to ${f.folder} (${f.detail}); see whether the folder it is to stand in exists and this user may write there.`,
      `Een bundel is niet te schrijven in ${f.folder} (${f.detail}); kijk of de map waarin zij moet komen bestaat en deze gebruiker er mag schrijven.`,
    ),
};
export type BundleFault = RejectionOf<typeof bundleSentences>;

/** A refusal with this tag and these facts. */
export const refuseBundle = refusing(bundleSentences);
