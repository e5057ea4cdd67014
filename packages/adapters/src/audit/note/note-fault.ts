import { both, type RejectionOf, refusing } from '@burgernet/domain';
import { shown } from '../shown.js';

/** Why a key, a signed note or a checkpoint is not taken. */
export const noteSentences = {
  KeyMalformed: (_: object) =>
    both(
      'The key is not of the form NAME+ID+BASE64 that a key of this kind has, or was cut off; copy it whole.',
      'De sleutel heeft niet de vorm NAAM+ID+BASE64 die hij moet hebben, of is afgebroken; kopieer hem in zijn geheel.',
    ),
  NoteMalformed: (f: { readonly detail: string }) =>
    both(
      `It is no signed note, for ${f.detail}; fetch it again.`,
      `Het is geen ondertekende notitie (${f.detail}); haal haar opnieuw op.`,
    ),
  NotSignedBy: (f: { readonly key: string }) =>
    both(
      `It carries no signature of the key ${shown(f.key)}; it was signed by another key or by none.`,
      `Er staat geen handtekening van de sleutel ${shown(f.key)} op; een andere sleutel heeft getekend of geen.`,
    ),
  SignatureWrong: (f: { readonly key: string }) =>
    both(
      `The signature under the name of the key ${shown(f.key)} is not one of this text; one of the two was altered.`,
      `De handtekening op naam van de sleutel ${shown(f.key)} hoort niet bij deze tekst; een van beide is veranderd.`,
    ),
  CheckpointMalformed: (f: { readonly detail: string }) =>
    both(
      `The note is no checkpoint, for ${f.detail}; fetch it again.`,
      `De notitie is geen controlepunt (${f.detail}); haal haar opnieuw op.`,
    ),
};
/** What is wrong with a signed note: a tag, the facts, and a sentence. */
export type NoteFault = RejectionOf<typeof noteSentences>;

/** A refusal with this tag and these facts. */
export const refuseNote = refusing(noteSentences);
