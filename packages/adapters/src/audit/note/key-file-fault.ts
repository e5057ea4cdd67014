import { both, type RejectionOf, refusing } from '@burgernet/domain';

/** Why a key file is not made, read or replaced. */
export const keyFileSentences = {
  KeyNameMalformed: (f: { readonly name: string }) =>
    both(
      `"${f.name}" cannot be the name of a key; take one without spaces and plus signs, such as example.org/burgernet.`,
      `"${f.name}" kan geen naam van een sleutel zijn; neem er een zonder spaties en plustekens, zoals example.org/burgernet.`,
    ),
  KeyFileExists: (f: { readonly file: string }) =>
    both(
      `${f.file} is there already and stays as it is; a key that is lost cannot be made again.`,
      `${f.file} bestaat al en blijft zoals het is; een sleutel die weg is, is niet opnieuw te maken.`,
    ),
  KeyFileAbsent: (f: { readonly file: string }) =>
    both(
      `There is no key in ${f.file} yet; make one first.`,
      `Er is nog geen sleutel in ${f.file}; maak er eerst een.`,
    ),
  KeyFileOpen: (f: { readonly file: string }) =>
    both(
      `${f.file} can be read by others than its owner, or is no plain file, so its key is not used; take those rights away (chmod 600), or make a new key if others may have seen it.`,
      `${f.file} is ook voor anderen dan de eigenaar te lezen, of is geen gewoon bestand, en de sleutel wordt dus niet gebruikt; neem die rechten weg (chmod 600), of maak een nieuwe sleutel als anderen hem gezien kunnen hebben.`,
    ),
  KeyFileDamaged: (f: { readonly file: string }) =>
    both(
      `${f.file} holds no signing key, or was cut off; restore it from a copy.`,
      `${f.file} bevat geen sleutel om mee te tekenen, of is afgebroken; zet een kopie terug.`,
    ),
  KeyFileFailed: (f: { readonly file: string; readonly detail: string }) =>
    both(
      `The system refuses to use ${f.file} (${f.detail}); see whether its folder exists and this user may write there.`,
      `Het systeem weigert ${f.file} te gebruiken (${f.detail}); kijk of de map bestaat en deze gebruiker er mag schrijven.`,
    ),
};
/** What is wrong with a file of a key: a tag, the facts, and a sentence. */
export type KeyFileFault = RejectionOf<typeof keyFileSentences>;

/** A refusal with this tag and these facts. */
export const refuseKeyFile = refusing(keyFileSentences);
