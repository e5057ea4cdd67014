import {
  type ActionEvent,
  type ActionState,
  type AnyRejection,
  actionDecider,
  type DomainEvent,
  isActionEvent,
  isMailingEvent,
  isMunicipalityEvent,
  isPublicationEvent,
  type MailingEvent,
  type MailingState,
  type MunicipalityEvent,
  type MunicipalityState,
  mailingDecider,
  municipalityDecider,
  type PublicationEvent,
  type PublicationState,
  publicationDecider,
  type Recorded,
  SavedAction,
  SavedMailing,
  SavedMunicipality,
  SavedPublication,
  SavedVault,
  type StreamKind,
  streamKinds,
  streamOf,
  type VaultEvent,
  type VaultState,
  vaultDecider,
} from '@burgernet/domain';
import type { SavedStream } from '../saving/saved.js';
import { Fold, type Opening, type Stream, type Transition } from './fold.js';

/** A transition of any of the aggregates. */
export type AnyTransition =
  | ({ readonly kind: 'action' } & Transition<ActionEvent, ActionState>)
  | ({ readonly kind: 'mailing' } & Transition<MailingEvent, MailingState>)
  | ({ readonly kind: 'municipality' } & Transition<MunicipalityEvent, MunicipalityState>)
  | ({ readonly kind: 'publication' } & Transition<PublicationEvent, PublicationState>)
  | ({ readonly kind: 'vault' } & Transition<VaultEvent, VaultState>);

/** What is asked of the streams of a kind, whichever that is. */
interface OfAnyKind {
  readonly open: (name: string) => Stream<unknown>;
  readonly freeze: (name: string) => void;
  readonly reach: (name: string, revision: number) => number;
  readonly unsaved: () => Iterable<SavedStream>;
  readonly keep: () => void;
  readonly beginning: (start: string, most: number) => ReadonlyArray<string>;
}

/**
 * All streams of the log as they were read so far. It keeps states, not events; what cannot follow in
 * its stream is said and changes nothing.
 */
export class Streams {
  readonly #actions;
  readonly #mailings;
  readonly #municipalities;
  readonly #publications;
  readonly #vault;
  readonly #folds: { readonly [K in StreamKind]: OfAnyKind };
  readonly #shelf: Opening['shelf'];
  readonly #prefix: string;

  constructor(opening: Opening) {
    this.#actions = new Fold('action', actionDecider, SavedAction, opening);
    this.#mailings = new Fold('mailing', mailingDecider, SavedMailing, opening);
    this.#municipalities = new Fold('municipality', municipalityDecider, SavedMunicipality, opening);
    this.#publications = new Fold('publication', publicationDecider, SavedPublication, opening);
    this.#vault = new Fold('vault', vaultDecider, SavedVault, opening);
    this.#folds = {
      action: this.#actions,
      mailing: this.#mailings,
      municipality: this.#municipalities,
      publication: this.#publications,
      vault: this.#vault,
    };
    this.#shelf = opening.shelf;
    this.#prefix = opening.prefix;
  }

  /** The actions that run, as far as they were kept. */
  openKept(): ReadonlyArray<Stream<ActionState>> {
    return this.#actions.takeAll(this.#shelf?.openActions() ?? []);
  }

  action(name: string): Stream<ActionState> | undefined {
    return this.#actions.find(name);
  }
  mailing(name: string): Stream<MailingState> | undefined {
    return this.#mailings.find(name);
  }
  municipality(name: string): Stream<MunicipalityState> | undefined {
    return this.#municipalities.find(name);
  }
  /** Every action. */
  actions(): Iterable<Stream<ActionState>> {
    return this.#actions.all();
  }
  /** Every mailing. */
  mailings(): Iterable<Stream<MailingState>> {
    return this.#mailings.all();
  }
  /** Every year of a municipality. */
  municipalities(): Iterable<Stream<MunicipalityState>> {
    return this.#municipalities.all();
  }
  /** Every publication. */
  publications(): Iterable<Stream<PublicationState>> {
    return this.#publications.all();
  }

  /**
   * The ids of the actions or mailings that begin so, in order.
   *
   * @param most how many are wanted at most
   */
  beginning(kind: 'action' | 'mailing', start: string, most: number): ReadonlyArray<string> {
    return this.#folds[kind].beginning(streamOf(kind, start, this.#prefix), most);
  }

  /** The stream of that name, opened where it is new. */
  open(kind: StreamKind, name: string): Stream<unknown> {
    return this.#folds[kind].open(name);
  }

  /** Takes nothing more into the stream of that name. */
  freeze(kind: StreamKind, name: string): void {
    this.#folds[kind].freeze(name);
  }

  /** Says that an event of this revision came in the stream of that name, and gives the one that was expected. */
  reach(kind: StreamKind, name: string, revision: number): number {
    return this.#folds[kind].reach(name, revision);
  }

  /** The streams that changed since {@link keep}. */
  *unsaved(): Generator<SavedStream> {
    for (const kind of streamKinds) yield* this.#folds[kind].unsaved();
  }

  /** Says that all there is was kept. */
  keep(): void {
    for (const kind of streamKinds) this.#folds[kind].keep();
  }

  /** Takes an event into its stream: what it changed, or the rule that it would break. */
  take(recorded: Recorded<DomainEvent>): AnyTransition | AnyRejection {
    const { event, stream } = recorded;
    if (isActionEvent(event)) return this.#actions.take(this.#actions.open(stream), event, recorded);
    if (isMailingEvent(event)) return this.#mailings.take(this.#mailings.open(stream), event, recorded);
    if (isMunicipalityEvent(event))
      return this.#municipalities.take(this.#municipalities.open(stream), event, recorded);
    if (isPublicationEvent(event))
      return this.#publications.take(this.#publications.open(stream), event, recorded);
    return this.#vault.take(this.#vault.open(stream), event, recorded);
  }
}
