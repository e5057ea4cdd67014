import { authoritySentences } from '../authority.js';
import { both, type RejectionOf, refusing } from '../rejection.js';
import type { Region } from '../vocabulary/codes.js';

/** Every rule of a publication, by the tag of its refusal. */
export const publicationSentences = {
  RoleNotAllowed: authoritySentences.RoleNotAllowed,
  OtherRegion: (f: { readonly stream: Region; readonly given: Region }) =>
    both(
      `This publication is about the region ${f.stream}, not about ${f.given}; another publication has another id.`,
      `Deze publicatie gaat over de regio ${f.stream}, niet over ${f.given}; een andere publicatie heeft een ander id.`,
    ),
  OtherTitle: (f: { readonly stream: string; readonly given: string }) =>
    both(
      `This publication is ${JSON.stringify(f.stream)}, not ${JSON.stringify(f.given)}; another publication has another id.`,
      `Deze publicatie is ${JSON.stringify(f.stream)}, niet ${JSON.stringify(f.given)}; een andere publicatie heeft een ander id.`,
    ),
  ValueMissing: (f: { readonly figure: string }) =>
    both(
      `A row of ${f.figure} has no value; say that it is not stated, or give the value as printed.`,
      `Een rij van ${f.figure} heeft geen waarde; zeg dat die niet vermeld is, of geef de waarde zoals gedrukt.`,
    ),
  ValueNotStated: (f: { readonly figure: string; readonly value: string }) =>
    both(
      `A row of ${f.figure} is said not to be stated, yet has the value ${f.value}; leave one of the two out.`,
      `Van een rij van ${f.figure} staat er dat de waarde niet vermeld is, maar ook de waarde ${f.value}; laat een van beide weg.`,
    ),
};

/** Why a publication is refused, or why an event conflicts with its stream. */
export type PublicationRejection = RejectionOf<typeof publicationSentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(publicationSentences);
