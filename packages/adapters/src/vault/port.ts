import type {
  Actor,
  ConsultationReason,
  Instant,
  PersonalDataForgotten,
  PersonalDataKind,
  Role,
  Sentence,
  Uuid,
} from '@burgernet/domain';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

/** The vault cannot be reached, is damaged, or cannot do what is asked. */
export interface VaultError {
  readonly tag: 'VaultError';
  readonly text: Sentence;
}

/** Where in the log the reference to a text stands. A ciphertext opens only for the place it was made for. */
export interface PlaceInLog {
  /** `null` where no event holds it: a name, and what was kept before places were */
  readonly eventId: string | null;
  /** `null` where no event holds it */
  readonly stream: string | null;
  /** the path of the reference in the event's data, such as `reason.note`; of a name `name` */
  readonly field: string;
}

/** What the vault says of a text without its text. */
export interface KeptText {
  /** a random UUID; never derived from the text */
  readonly reference: string;
  readonly kind: PersonalDataKind;
  readonly place: PlaceInLog;
  /** from when on its time for being kept counts; of a name, when somebody acted under it last */
  readonly keptSince: Instant;
}

/** A text to be kept. */
export interface TextToKeep extends KeptText {
  readonly text: string;
}

/** Who read what, when and why. */
export interface AccessRecord {
  readonly at: Instant;
  readonly role: Role;
  /** the random id behind which the vault has the name */
  readonly actorId: string;
  readonly reason: ConsultationReason;
  readonly reference: string;
  readonly kind: PersonalDataKind;
}

/** That a text is to be forgotten, by which command. With it the event can be appended, whatever happens between. */
export interface Forgetting {
  readonly reference: string;
  readonly commandId: Uuid;
  readonly by: Actor;
  readonly recordedAt: Instant;
  readonly data: PersonalDataForgotten;
}

/** What the vault knows of a reference. */
export type Known =
  | { readonly tag: 'kept'; readonly text: KeptText }
  | { readonly tag: 'forgotten'; readonly forgetting: Forgetting };

/**
 * Keeps texts about people outside the log, under random references. Each is encrypted under a key of its
 * own, so that to forget it is to destroy that key; there is no way to read one that leaves no record.
 */
export interface Vault {
  /**
   * Keeps a text. A repeat with the same reference and text changes nothing; with another text, or where
   * the reference was forgotten, it is an error.
   */
  readonly keep: (text: TextToKeep) => TaskEither<VaultError, void>;
  /**
   * The reference under which this name acts in this role, made by `fresh` where there was none. It is kept
   * from the last time on that somebody acted under it, to the day.
   */
  readonly actor: (
    role: string,
    name: string,
    at: Instant,
    fresh: () => string,
  ) => TaskEither<VaultError, string>;
  /** The reference under which this name acts in this role; `undefined` where it never did. Nothing is made or kept longer. */
  readonly knownActor: (role: string, name: string) => TaskEither<VaultError, string | undefined>;
  /** What it knows of a reference, without the text; `undefined` where that is nothing. */
  readonly about: (reference: string) => TaskEither<VaultError, Known | undefined>;
  /**
   * Records who reads a text, and only then gives it; `undefined` where there is none, and then nothing is
   * recorded. Whether this person may is for the domain to say.
   */
  readonly consult: (access: Omit<AccessRecord, 'kind'>) => TaskEither<VaultError, string | undefined>;
  /** Everything that is kept, without its texts, the longest first. */
  readonly kept: TaskEither<VaultError, ReadonlyArray<KeptText>>;
  /** Every reading of a text, in order. */
  readonly accesses: TaskEither<VaultError, ReadonlyArray<AccessRecord>>;
  /**
   * Destroys the keys of texts and what they encrypt. What was forgotten before stays forgotten by the
   * command that did it first, of what was never kept nothing is remembered, and what is kept from a later
   * moment on than its retention says stays. When it answers, nothing of
   * the texts is left in any file.
   */
  readonly forget: (these: ReadonlyArray<Forgetting>) => TaskEither<VaultError, void>;
  /** What was forgotten and is not known to stand in the log yet. */
  readonly unsettled: TaskEither<VaultError, ReadonlyArray<Forgetting>>;
  /** Says that the log tells of it. */
  readonly settle: (references: ReadonlyArray<string>) => TaskEither<VaultError, void>;
  /** Lets go of the vault; what is asked of it afterwards is refused. */
  readonly close: () => Promise<void>;
}
