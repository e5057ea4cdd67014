import { authoritySentences } from '../authority.js';
import { both, type RejectionOf, refusing } from '../rejection.js';
import { local } from '../time/amsterdam.js';
import type { Instant } from '../time/instant.js';
import type { Region } from '../vocabulary/codes.js';
import type { MunicipalityCode } from '../vocabulary/identifiers.js';

/** Every rule of a municipality's counts, by the tag of its refusal. */
export const municipalitySentences = {
  ...authoritySentences,
  OtherMunicipality: (f: { readonly stream: MunicipalityCode; readonly given: MunicipalityCode }) =>
    both(
      `These are the counts of ${f.stream}, not of ${f.given}; count each municipality by itself.`,
      `Dit zijn de tellingen van ${f.stream}, niet van ${f.given}; tel elke gemeente apart.`,
    ),
  OtherYear: (f: { readonly stream: number; readonly given: string }) =>
    both(
      `These are the counts of ${f.stream}, and ${f.given} lies in another year; count it under its own year.`,
      `Dit zijn de tellingen van ${f.stream}, en ${f.given} ligt in een ander jaar; tel het onder het eigen jaar.`,
    ),
  OtherRegion: (f: { readonly stream: Region; readonly given: Region }) =>
    both(
      `This municipality's year belongs to the region ${f.stream}, not to ${f.given}; give that region.`,
      `Het jaar van deze gemeente hoort bij de regio ${f.stream}, niet bij ${f.given}; geef die regio.`,
    ),
  CountedInTheFuture: (f: { readonly at: string; readonly recordedAt: Instant }) =>
    both(
      `${f.at} has not come yet at the moment of recording (${local(f.recordedAt)}); count it when it has.`,
      `${f.at} is nog niet aangebroken op het moment van registratie (${local(f.recordedAt)}); tel het pas als het zover is.`,
    ),
};

/** Why a count is refused, or why an event conflicts with its stream. */
export type MunicipalityRejection = RejectionOf<typeof municipalitySentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(municipalitySentences);
