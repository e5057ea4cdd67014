/** One sentence in each language of the project. */
export interface Sentence {
  readonly en: string;
  readonly nl: string;
}

/** A table of refusals: for each tag, how its facts read as a sentence. */
export type Sentences = { readonly [tag: string]: (facts: never) => Sentence };

/**
 * A refusal of such a table: a tag to switch on, the facts to act on, a sentence for a person.
 * A refusal leaves no event.
 */
export type RejectionOf<T extends Sentences> = {
  readonly [K in keyof T & string]: {
    readonly tag: K;
    readonly facts: Parameters<T[K]>[0];
    readonly text: Sentence;
  };
}[keyof T & string];

/** Any refusal, for those who pass it on without looking inside. */
export interface AnyRejection {
  readonly tag: string;
  readonly facts: object;
  readonly text: Sentence;
}
