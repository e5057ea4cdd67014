import { isDeepStrictEqual } from 'node:util';
import type { Uuid } from '@burgernet/domain';
import type { Considered, NamedRequest } from './consider.js';
import { ownCopy } from './own-copy.js';

const most = 1_000;

/** What a command brings about where it was not given before. */
type New = Extract<Considered, { readonly tag: 'New' }>;

/** A batch of which nobody knows whether it stands, and what asked for it. */
interface Open {
  readonly request: NamedRequest;
  readonly considered: New;
}

/**
 * Remembers the batches whose outcome is unknown: one that was taken for lost may still be written. A command
 * that is given again repeats its batch, which finds out; decided anew, at a later moment, it could be refused
 * and stand all the same.
 */
export class OpenAppends {
  readonly #open = new Map<Uuid, Open>();

  /** What this command left open, where it asks for the same now, whenever that is. */
  of(request: NamedRequest): New | undefined {
    const open = this.#open.get(request.commandId);
    if (open === undefined) return undefined;
    const { recordedAt } = request;
    return isDeepStrictEqual({ ...open.request, recordedAt }, request) ? open.considered : undefined;
  }

  remember(request: NamedRequest, considered: New): void {
    this.#open.delete(request.commandId);
    this.#open.set(request.commandId, { request: { ...request, data: ownCopy(request.data) }, considered });
    const [oldest] = this.#open.keys();
    if (this.#open.size > most && oldest !== undefined) this.#open.delete(oldest);
  }

  forget({ commandId }: NamedRequest): void {
    this.#open.delete(commandId);
  }
}
