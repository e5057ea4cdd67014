import { defaultPrefix, type StreamKind, streamOf, type Uuid } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type DomainRejection, openStream } from '../commands/aggregates.js';
import { type FirstResult, firstResultOf, foldSteps } from '../commands/first-result.js';
import type { StreamFold } from '../commands/stream-fold.js';
import type { StoreError } from '../event-store/port.js';
import type { Target } from './command-entry.js';
import type { ImportDeps } from './import-deps.js';
import { ImportedStream } from './imported-stream.js';
import type { MayBeFor } from './may-be-for.js';
import { RecentSteps } from './recent-steps.js';

/** The streams for which an import has lines, each read from the store once. */
export class ImportedStreams {
  readonly #streams = new Map<string, ImportedStream>();
  readonly #refused = new Set<string>();
  #anyIsRefused = false;
  readonly #recent = new RecentSteps();
  readonly #store;
  readonly #prefix;
  readonly #open: (kind: StreamKind, id: string) => StreamFold<DomainRejection>;

  constructor({ store, registry, prefix = defaultPrefix }: ImportDeps) {
    this.#store = store;
    this.#prefix = prefix;
    this.#open = openStream(registry, prefix);
  }

  /** Refuses the streams that a refused line may be for. */
  refuse(mayBeFor: MayBeFor): void {
    if (mayBeFor === 'any') this.#anyIsRefused = true;
    else for (const target of mayBeFor) this.#refused.add(this.nameOf(target));
  }

  /** Whether a line was refused that is, or may be, for this stream; then it takes none. */
  isRefused(name: string): boolean {
    return this.#anyIsRefused || this.#refused.has(name);
  }

  /** The name of a stream in the store. */
  nameOf({ kind, id }: Target): string {
    return streamOf(kind, id, this.#prefix);
  }

  /** The stream as it stands in the store, with the lines so far on top. */
  of(target: Target): TE.TaskEither<StoreError, ImportedStream> {
    const name = this.nameOf(target);
    const known = this.#streams.get(name);
    if (known !== undefined) return TE.right(known);
    return pipe(
      this.#store.read(name),
      TE.map((events) => {
        const fold = this.#open(target.kind, target.id);
        for (const stored of events) fold.take(stored);
        const stream = new ImportedStream(target, fold);
        this.#streams.set(name, stream);
        return stream;
      }),
    );
  }

  /** What a command brought about in a stream of the store, before this import. */
  firstResult(stream: ImportedStream, commandId: Uuid): TE.TaskEither<StoreError, FirstResult | undefined> {
    const { target } = stream;
    const { name } = stream.fold;
    const known = this.#recent.get(name);
    if (known !== undefined) return TE.right(firstResultOf(known, target, commandId));
    return pipe(
      this.#store.read(name),
      TE.map((events) => {
        const steps = foldSteps(this.#open(target.kind, target.id), events);
        this.#recent.keep(name, steps);
        return firstResultOf(steps, target, commandId);
      }),
    );
  }
}
