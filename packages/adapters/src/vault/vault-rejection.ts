import { both, type Instant, local, type RejectionOf, refusing } from '@burgernet/domain';

/** Why there is nothing to show or to forget. */
export const referenceSentences = {
  NothingKept: (f: { readonly reference: string }) =>
    both(
      `The vault keeps nothing under reference ${f.reference}; burgernet export shows the references of events, and actorId those of names.`,
      `De kluis bewaart niets onder verwijzing ${f.reference}; burgernet export toont de verwijzingen van gebeurtenissen, en actorId die van namen.`,
    ),
  Forgotten: (f: { readonly reference: string; readonly forgottenAt: Instant }) =>
    both(
      `What stood under reference ${f.reference} was forgotten at ${local(f.forgottenAt)}; nobody can read it any more.`,
      `Wat onder verwijzing ${f.reference} stond is vergeten op ${local(f.forgottenAt)}; niemand kan het nog lezen.`,
    ),
};
export type ReferenceFault = RejectionOf<typeof referenceSentences>;

/** A refusal with this tag and these facts. */
export const refuseReference = refusing(referenceSentences);
