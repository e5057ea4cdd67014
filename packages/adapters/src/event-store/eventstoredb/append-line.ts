import { randomUUID } from 'node:crypto';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Append } from '../port.js';
import { appendRequest } from './append-request.js';
import type { AppendCall, Connection } from './connection.js';
import { type Trouble, troubleOf } from './failure.js';
import type { Place } from './place.js';
import { uuidText } from './uuid.js';

/** What the server, or its silence, says of one append. */
export type Answer =
  | { readonly tag: 'Stored'; readonly lastRevision: number; readonly place: Place | undefined }
  /** a fault that the server names by the type of its details, such as `event_store.client.AccessDenied` */
  | { readonly tag: 'Refused'; readonly fault: string; readonly detail: string }
  /** no answer: if it was sent, it may be stored */
  | { readonly tag: 'Lost'; readonly wasSent: boolean; readonly trouble: Trouble };

const answerOf = (response: BatchAppendResp): Answer => {
  const success = response.getSuccess();
  if (success !== undefined) {
    const position = success.getPosition();
    return {
      tag: 'Stored',
      lastRevision: Number(success.getCurrentRevision()),
      place:
        position === undefined
          ? undefined
          : { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) },
    };
  }
  const error = response.getError();
  return {
    tag: 'Refused',
    fault: error?.getDetails()?.getTypeName() ?? '',
    detail: error?.getMessage() ?? 'an answer without content',
  };
};

type Settle = (answer: Answer) => void;
type Call = { readonly call: AppendCall; readonly pending: Map<string, Settle> };

/** grpc-js says this where it never had a connection to write to. */
const wasNeverSent = (error: unknown): boolean =>
  error instanceof Error &&
  'details' in error &&
  String(error.details).startsWith('No connection established');

const lost = (error: unknown, wasSent: boolean): Answer => ({
  tag: 'Lost',
  wasSent: wasSent && !wasNeverSent(error),
  trouble: troubleOf(error),
});

/**
 * The one call over which an opened store appends. Each append waits for the answer under its own
 * correlation id for a while of its own; the pending ones are this store's alone. An answer that comes
 * too late is passed over, and a call that once kept silent is used no more.
 */
export class AppendLine {
  readonly #connection: Connection;
  readonly #limit: number;
  #current: Promise<Call> | undefined;

  /** @param limit for an answer, in milliseconds */
  constructor(connection: Connection, limit: number) {
    this.#connection = connection;
    this.#limit = limit;
  }

  async send(append: Append): Promise<Answer> {
    let line: Call;
    this.#current ??= this.#open();
    const current = this.#current;
    try {
      line = await current;
    } catch (error) {
      if (this.#current === current) this.#current = undefined;
      return lost(error, false);
    }
    const id = randomUUID();
    const request = appendRequest(append, id, new Date(Date.now() + this.#limit));
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#leave(line);
        settle({
          tag: 'Lost',
          wasSent: true,
          trouble: { tag: 'Passing', detail: 'the server does not answer' },
        });
      }, this.#limit);
      const settle: Settle = (answer) => {
        clearTimeout(timer);
        line.pending.delete(id);
        if (line.pending.size === 0 && !this.#isCurrent(line)) setImmediate(() => line.call.cancel());
        resolve(answer);
      };
      line.pending.set(id, settle);
      line.call.write(request);
    });
  }

  #line: Call | undefined;
  #isCurrent(line: Call): boolean {
    return this.#line === line;
  }
  #leave(line: Call): void {
    if (!this.#isCurrent(line)) return;
    this.#line = undefined;
    this.#current = undefined;
  }

  async #open(): Promise<Call> {
    const call = await this.#connection.batchAppend();
    const line: Call = { call, pending: new Map() };
    this.#line = line;
    const end = (error: unknown): void => {
      this.#leave(line);
      for (const settle of [...line.pending.values()]) settle(lost(error, true));
    };
    call.on('data', (response: BatchAppendResp) => {
      line.pending.get(uuidText(response.getCorrelationId()))?.(answerOf(response));
    });
    call.on('error', end);
    call.on('end', () => {
      end(new Error('the server ended the call'));
      // A call is over for the client only when both sides have ended it.
      call.end();
    });
    return line;
  }
}
