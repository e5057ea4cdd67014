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

/** What is wrong, in a clause that may quote what stands there. */
const said = (detail: string): string => clipped(clause(detail), 400);

/** Why a bundle is not what it says. Each names the first thing that is wrong, and what was expected. */
export const bundleSentences = {
  FileAbsent: (f: OfFile) =>
    both(
      `${f.path} is missing from the bundle; fetch the bundle again.`,
      `${f.path} ontbreekt in de bundel; haal de bundel opnieuw op.`,
    ),
  FileUnexpected: (f: OfFile) =>
    both(
      `The bundle holds ${shown(f.path)}, which its manifest does not list; a bundle holds nothing else.`,
      `De bundel bevat ${shown(f.path)}, dat niet in het manifest staat; een bundel bevat niets anders.`,
    ),
  FileNotPlain: (f: OfFile) =>
    both(
      `${shown(f.path)} is a link, or another thing than it should be, and was not opened; a bundle holds plain files in plain folders.`,
      `${shown(f.path)} is een koppeling, of iets anders dan het hoort te zijn, en is niet geopend; een bundel bevat gewone bestanden in gewone mappen.`,
    ),
  FileUnreadable: (f: OfFile & { readonly detail: string }) =>
    both(
      `${f.path} cannot be read (${f.detail}); see whether this user may read it.`,
      `${f.path} is niet te lezen (${f.detail}); kijk of deze gebruiker het mag lezen.`,
    ),
  FileTooLarge: (f: OfFile & { readonly bytes: number; readonly most: number }) =>
    both(
      `${f.path} has ${f.bytes} bytes and was not read; it may have ${f.most} at most.`,
      `${f.path} heeft ${f.bytes} bytes en is niet gelezen; het mag er hoogstens ${f.most} hebben.`,
    ),
  FileLength: (f: OfFile & Differing<number>) =>
    both(
      `${f.path} was altered or cut off and has ${f.found} bytes; expected were ${f.expected}.`,
      `${f.path} is veranderd of afgebroken en heeft ${f.found} bytes; verwacht werden er ${f.expected}.`,
    ),
  FileHash: (f: OfFile & Differing<string>) =>
    both(
      `${f.path} was altered, its SHA-256 is ${f.found}; expected was ${f.expected}.`,
      `${f.path} is veranderd, de SHA-256 is ${f.found}; verwacht werd ${f.expected}.`,
    ),
  FileMalformed: (f: OfFile & { readonly detail: string }) =>
    both(
      `${f.path} is not as it should be: ${said(f.detail)}; fetch the bundle again.`,
      `${f.path} is niet zoals het moet: ${said(f.detail)}; haal de bundel opnieuw op.`,
    ),
  NoteRefused: (f: OfFile & { readonly fault: NoteFault }) =>
    both(`${f.path}: ${f.fault.text.en}`, `${f.path}: ${f.fault.text.nl}`),
  AnotherKey: (f: OfFile & Differing<string>) =>
    both(
      `${f.path} names the key ${shown(f.found)}, so somebody else made this bundle; expected was the key ${f.expected}.`,
      `${f.path} noemt de sleutel ${shown(f.found)}, dus iemand anders heeft deze bundel gemaakt; verwacht werd de sleutel ${f.expected}.`,
    ),
  EventMalformed: (f: { readonly position: number; readonly detail: string }) =>
    both(
      `Line ${f.position} of events.ndjson is not the event at position ${f.position} as an export writes it: ${said(f.detail)}; fetch the bundle again.`,
      `Regel ${f.position} van events.ndjson is niet de gebeurtenis op positie ${f.position} zoals een export die schrijft: ${said(f.detail)}; haal de bundel opnieuw op.`,
    ),
  EventOutOfPlace: (f: Differing<number> & { readonly eventId: string }) =>
    both(
      `Line ${f.expected} of events.ndjson holds event ${shown(f.eventId)} of position ${f.found}, so events stand twice, were left out or put in another order; expected was that of position ${f.expected}.`,
      `Regel ${f.expected} van events.ndjson bevat gebeurtenis ${shown(f.eventId)} van positie ${f.found}, dus er staan gebeurtenissen dubbel, er zijn er weggelaten of van plaats verwisseld; verwacht werd die van positie ${f.expected}.`,
    ),
  EventDiffers: (f: Differing<string> & { readonly position: number; readonly eventId: string }) =>
    both(
      `Event ${shown(f.eventId)} at position ${f.position}, in events.ndjson, was altered: the hash of its leaf is ${f.found}; expected was ${f.expected}.`,
      `Gebeurtenis ${shown(f.eventId)} op positie ${f.position}, in events.ndjson, is veranderd: de hash van haar blad is ${f.found}; verwacht werd ${f.expected}.`,
    ),
  UnreadableTooMuch: (f: { readonly position: number; readonly eventId: string; readonly most: number }) =>
    both(
      `Up to event ${shown(f.eventId)} at position ${f.position} so much of events.ndjson cannot be read that its names and reasons come to more than the ${f.most} characters that a verification keeps; use a release that can read it.`,
      `Tot en met gebeurtenis ${shown(f.eventId)} op positie ${f.position} is van events.ndjson zoveel niet te lezen dat de namen en redenen meer zijn dan de ${f.most} tekens die een controle bewaart; gebruik een versie die het kan lezen.`,
    ),
  EventCount: (f: Differing<number>) =>
    both(
      `events.ndjson holds ${f.found} events or more, so some were added or left out; expected were ${f.expected}.`,
      `events.ndjson bevat ${f.found} gebeurtenissen of meer, dus er zijn er toegevoegd of weggelaten; verwacht werden er ${f.expected}.`,
    ),
  EventTooLarge: (f: { readonly position: number; readonly eventId: string }) =>
    both(
      `Event ${shown(f.eventId)} at position ${f.position} is too large, or holds too many values, to stand in a bundle; nothing was written.`,
      `Gebeurtenis ${shown(f.eventId)} op positie ${f.position} is te groot, of bevat te veel waarden, om in een bundel te staan; er is niets geschreven.`,
    ),
  LogTooShort: (f: OfFile & Differing<number>) =>
    both(
      `The log holds ${f.found} events, so some were taken away since ${f.path} was signed; expected were ${f.expected}.`,
      `Het log bevat ${f.found} gebeurtenissen, dus er zijn er weggehaald sinds ${f.path} werd getekend; verwacht werden er ${f.expected}.`,
    ),
  RootDiffers: (f: OfFile & Differing<string> & { readonly size: number }) =>
    both(
      `The first ${f.size} events are not those that ${f.path} was signed over, their root is ${f.found}; expected was ${f.expected}.`,
      `De eerste ${f.size} gebeurtenissen zijn niet die waarover ${f.path} is getekend, hun wortel is ${f.found}; verwacht werd ${f.expected}.`,
    ),
  DefinitionDiffers: (
    f: OfFile & Differing<string> & { readonly figure: string; readonly version: number },
  ) =>
    both(
      `${f.path}: the definition of ${f.figure}, version ${f.version}, is not the one that this program knows, its SHA-256 is ${f.found}; expected was ${f.expected}.`,
      `${f.path}: de definitie van ${f.figure}, versie ${f.version}, is niet die welke dit programma kent, de SHA-256 is ${f.found}; verwacht werd ${f.expected}.`,
    ),
  DefinitionUnknown: (f: OfFile & { readonly figure: string; readonly version: number }) =>
    both(
      `${f.path}: this program knows no figure ${f.figure} of version ${f.version}, so it cannot compute it again; use the release that made the bundle.`,
      `${f.path}: dit programma kent geen cijfer ${f.figure} van versie ${f.version} en kan het dus niet opnieuw berekenen; gebruik de versie die de bundel maakte.`,
    ),
  FigureDiffers: (f: OfFile & Differing<string> & { readonly figure: string; readonly field: string }) =>
    both(
      `${f.path}: the certificate of ${f.figure} does not follow from the events, its ${f.field} is ${clipped(f.found)}; expected was ${clipped(f.expected)} there.`,
      `${f.path}: het certificaat van ${f.figure} volgt niet uit de gebeurtenissen, ${f.field} is ${clipped(f.found)}; verwacht werd daar ${clipped(f.expected)}.`,
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
/** What is wrong with a bundle: a tag, the facts, and a sentence. */
export type BundleFault = RejectionOf<typeof bundleSentences>;

/** A refusal with this tag and these facts. */
export const refuseBundle = refusing(bundleSentences);
