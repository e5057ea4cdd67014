/** One sentence in each language of the project. */
export type Sentence = {
  readonly en: string;
  readonly nl: string;
};

/** A sentence in English and in Dutch. */
export const both = (en: string, nl: string): Sentence => ({ en, nl });

/** A table of refusals: for each tag, how its facts read as a sentence. */
export type Sentences = { readonly [tag: string]: (facts: never) => Sentence };

/** A refusal with one tag. */
export type Refusal<K extends string, F> = {
  readonly tag: K;
  readonly facts: F;
  readonly text: Sentence;
};

/**
 * A refusal of such a table: a tag to switch on, the facts to act on, a sentence for a person.
 * A refusal leaves no event.
 */
export type RejectionOf<T extends Sentences> = {
  readonly [K in keyof T & string]: Refusal<K, Parameters<T[K]>[0]>;
}[keyof T & string];

/** Any refusal, for those who pass it on without looking inside. */
export type AnyRejection = {
  readonly tag: string;
  readonly facts: object;
  readonly text: Sentence;
};

/** Makes the refusals of a table: from a tag and its facts to the refusal with its sentence. */
export const refusing =
  <F>(table: { readonly [K in keyof F]: (facts: F[K]) => Sentence }) =>
  <K extends keyof F & string>(tag: K, facts: F[K]): Refusal<K, F[K]> => ({
    tag,
    facts,
    text: table[tag](facts),
  });
