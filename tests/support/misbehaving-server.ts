import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streams, { type BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import {
  type handleServerStreamingCall,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { onTestFinished } from 'vitest';

const { BatchAppendResp, ReadReq, ReadResp } = streams;
type ReadReq = InstanceType<typeof ReadReq>;
type ReadCall = ServerWritableStream<ReadReq, InstanceType<typeof ReadResp>>;
type AppendCall = ServerDuplexStream<BatchAppendReq, InstanceType<typeof BatchAppendResp>>;

/** What a server on TLS is known by, and who is let in. */
export interface ServerTls {
  readonly key: string;
  readonly certificate: string;
  /** where a client finds the certificate */
  readonly certificateFile: string;
  /** percent-encoded, as an address has them */
  readonly user: string;
  readonly password: string;
}

/** A record of the server's log; where it stands is its index, times a hundred. */
export interface Entry {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** What a test may have the server do otherwise than a good one. */
export interface Mischief {
  /** an append that came; `apply` stores it, `answer` says so, both are done by a good server */
  append: (apply: () => InstanceType<typeof BatchAppendResp>, call: AppendCall, nth: number) => void;
  /** a read or a subscription that came; `serve` serves it */
  read: (serve: () => void, call: ReadCall, nth: number) => void;
  /** a message before it is sent; what is given is sent in its place */
  deliver: (
    message: InstanceType<typeof ReadResp>,
    call: ReadCall,
    nth: number,
  ) => ReadonlyArray<InstanceType<typeof ReadResp>>;
}

const good: Mischief = {
  append: (apply, call) => {
    call.write(apply());
  },
  read: (serve) => serve(),
  deliver: (message) => [message],
};

/** Of one message a real server takes no more than this. */
const asReal = { 'grpc.max_receive_message_length': 16 * 1024 * 1024 - 10_000 };

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const placeOf = (index: number): string => String((index + 1) * 100);

const eventMessage = (entry: Entry, index: number) => {
  const record = new ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(entry.id);
  record.setId(id);
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(entry.stream).toString('base64'));
  record.setStreamIdentifier(identifier);
  record.setStreamRevision(String(entry.revision));
  record.setCommitPosition(placeOf(index));
  record.setPreparePosition(placeOf(index));
  record.getMetadataMap().set('type', entry.type).set('content-type', 'application/json');
  record.getMetadataMap().set('created', '16209289800000000');
  record.setData(Buffer.from(entry.data));
  record.setCustomMetadata(Buffer.from(entry.metadata));
  const read = new ReadResp.ReadEvent();
  read.setEvent(record);
  const message = new ReadResp();
  message.setEvent(read);
  return message;
};

/** Word that the server looked through its log up to a place. */
export const checkpointMessage = (place: string) => {
  const checkpoint = new ReadResp.Checkpoint();
  checkpoint.setCommitPosition(place);
  checkpoint.setPreparePosition('0');
  const message = new ReadResp();
  message.setCheckpoint(checkpoint);
  return message;
};

/**
 * A server that speaks as much of EventStoreDB's protocol as an event store needs, keeps its log in
 * memory, and does what a test tells it to: nothing, the wrong thing, or the right thing too late.
 */
export class MisbehavingServer {
  readonly log: Entry[] = [];
  /** the places in the log, from 0, whose records were removed since */
  readonly scavenged = new Set<number>();
  mischief: Mischief = { ...good };
  /** appends that came in, repeats too */
  appends = 0;
  /** reads and subscriptions that came in */
  reads = 0;
  /** events that left for a client */
  sent = 0;
  /** subscriptions that are open */
  readonly subscriptions = new Set<ReadCall>();
  /** what the last subscription asked to begin behind */
  readonly resumedFrom: string[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #closers = new WeakMap<ReadCall, () => void>();
  #server = new Server(asReal);
  port = 0;

  /** who the calls said they came from, in their order; `undefined` where one said nothing */
  readonly authorizations: (string | undefined)[] = [];
  /** calls that append after append goes over */
  appendCalls = 0;

  /** @param tls how it proves who it is; without it, it does not */
  private constructor(readonly tls: ServerTls | undefined) {}

  static async start(tls?: ServerTls): Promise<MisbehavingServer> {
    const server = new MisbehavingServer(tls);
    await server.#listen(0);
    onTestFinished(() => server.stop());
    return server;
  }

  get address(): string {
    return this.tls === undefined
      ? `esdb://127.0.0.1:${this.port}?tls=false`
      : `esdb://${this.tls.user}:${this.tls.password}@localhost:${this.port}?tlsCAFile=${this.tls.certificateFile}`;
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  /** As if the process had died: every connection is cut. */
  async restart(): Promise<void> {
    this.stop();
    this.subscriptions.clear();
    this.#server = new Server(asReal);
    await this.#listen(this.port);
  }

  /** Ends every subscription, with an error or as if all were said. */
  cut(how: 'fails' | 'ends'): void {
    for (const call of [...this.subscriptions]) {
      this.#closers.get(call)?.();
      if (how === 'fails') call.emit('error', goingDown);
      else call.end();
    }
  }

  /** Behaves well again. */
  behave(): void {
    this.mischief = { ...good };
  }

  /** Puts records into the log, as another writer would. */
  put(...entries: ReadonlyArray<Entry>): void {
    this.log.push(...entries);
    for (const listener of [...this.#listeners]) listener();
  }

  #listen(port: number): Promise<void> {
    // Calls that the adapter does not make need no answer but that they are unknown. Who asks for the
    // cluster is told that this node leads it alone.
    this.#server.register(
      '/event_store.client.gossip.Gossip/Read',
      (_: unknown, answer: sendUnaryData<InstanceType<typeof gossip.ClusterInfo>>) =>
        answer(null, this.#cluster()),
      (message: InstanceType<typeof gossip.ClusterInfo>) => Buffer.from(message.serializeBinary()),
      (bytes) => shared.Empty.deserializeBinary(bytes),
      'unary',
    );
    this.#server.register(
      '/event_store.client.streams.Streams/Read',
      this.#read,
      (message: InstanceType<typeof ReadResp>) => Buffer.from(message.serializeBinary()),
      (bytes) => streams.ReadReq.deserializeBinary(bytes),
      'serverStream',
    );
    this.#server.register(
      '/event_store.client.streams.Streams/BatchAppend',
      (call: AppendCall) => this.#batchAppend(call),
      (message: InstanceType<typeof BatchAppendResp>) => Buffer.from(message.serializeBinary()),
      (bytes) => streams.BatchAppendReq.deserializeBinary(bytes),
      'bidi',
    );
    return new Promise((resolve, reject) => {
      const credentials =
        this.tls === undefined
          ? ServerCredentials.createInsecure()
          : ServerCredentials.createSsl(null, [
              { private_key: Buffer.from(this.tls.key), cert_chain: Buffer.from(this.tls.certificate) },
            ]);
      this.#server.bindAsync(`127.0.0.1:${port}`, credentials, (error, bound) => {
        if (error !== null) return reject(error);
        this.port = bound;
        resolve();
      });
    });
  }

  #cluster(): InstanceType<typeof gossip.ClusterInfo> {
    const place = new gossip.EndPoint();
    place.setAddress('127.0.0.1').setPort(this.port);
    const leader = new gossip.MemberInfo();
    leader.setIsAlive(true).setState(gossip.MemberInfo.VNodeState.LEADER).setHttpEndPoint(place);
    const cluster = new gossip.ClusterInfo();
    cluster.addMembers(leader);
    return cluster;
  }

  #note(call: ReadCall | AppendCall): void {
    this.authorizations.push(call.metadata.get('authorization').at(0)?.toString());
  }

  readonly #read: handleServerStreamingCall<ReadReq, InstanceType<typeof ReadResp>> = (call) => {
    this.#note(call);
    this.mischief.read(() => this.#serve(call), call, ++this.reads);
  };

  #serve(call: ReadCall): void {
    const options = call.request.getOptions();
    const stream = options?.getStream();
    if (stream !== undefined) {
      const name = textOf(stream.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array());
      const found = this.log
        .map((entry, index) => ({ entry, index }))
        .filter(
          ({ entry, index }) =>
            entry.stream === name &&
            entry.revision >= Number(stream.getRevision()) &&
            !this.scavenged.has(index),
        );
      if (!this.log.some((entry) => entry.stream === name)) {
        const message = new ReadResp();
        message.setStreamNotFound(new ReadResp.StreamNotFound());
        call.write(message);
      }
      for (const { entry, index } of found) call.write(eventMessage(entry, index));
      call.end();
    } else if (options?.hasSubscription() === true) {
      void this.#subscribe(call);
    } else {
      const isBackwards = options?.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
      const from = Number(options?.getAll()?.getPosition()?.getCommitPosition() ?? 0) / 100 - 1;
      const left = this.log
        .map((entry, index) => ({ entry, index }))
        .filter(({ index }) => !this.scavenged.has(index));
      const isToEnd = options?.getAll()?.hasEnd() === true;
      const found = isBackwards
        ? left.filter(({ index }) => isToEnd || index < from).at(-1)
        : left.find(({ index }) => index >= from);
      if (found !== undefined) call.write(eventMessage(found.entry, found.index));
      call.end();
    }
  }

  /**
   * Where a subscription after the nth record begins: behind the first record that is still there, at
   * that place or behind it. A good server passes over a record too, where the one at the place was removed.
   */
  #resumption(after: number): number {
    if (after === 0) return 0;
    for (let index = after - 1; index < this.log.length; index++)
      if (!this.scavenged.has(index)) return index + 1;
    return after;
  }

  async #subscribe(call: ReadCall): Promise<void> {
    const all = call.request.getOptions()?.getAll();
    const filter = call.request.getOptions()?.getFilter();
    const prefixes = filter?.getStreamIdentifier()?.getPrefixList() ?? [];
    const types = filter?.getEventType()?.getRegex();
    const passes = ({ stream, type }: Entry): boolean =>
      prefixes.some((prefix) => stream.startsWith(prefix)) ||
      (types !== undefined && new RegExp(types).test(type));
    const from = all?.getPosition()?.getCommitPosition() ?? '0';
    this.resumedFrom.push(from);
    this.subscriptions.add(call);
    let isOpen = true;
    let wake = (): void => {};
    const listener = (): void => wake();
    this.#listeners.add(listener);
    const close = (): void => {
      isOpen = false;
      this.subscriptions.delete(call);
      this.#listeners.delete(listener);
      wake();
    };
    this.#closers.set(call, close);
    call.on('cancelled', close);
    call.on('error', () => undefined);
    let nth = 0;
    const send = async (message: InstanceType<typeof ReadResp>): Promise<void> => {
      for (const each of this.mischief.deliver(message, call, ++nth)) {
        if (!isOpen) return;
        if (each.hasEvent()) this.sent++;
        if (!call.write(each)) await new Promise((resolve) => call.once('drain', resolve));
      }
    };
    const confirmation = new ReadResp();
    confirmation.setConfirmation(new ReadResp.SubscriptionConfirmation());
    await send(confirmation);
    let isCaughtUp = false;
    for (let next = this.#resumption(Number(from) / 100); isOpen; ) {
      const entry = this.log[next];
      if (entry !== undefined) {
        if (!this.scavenged.has(next) && passes(entry)) await send(eventMessage(entry, next));
        next++;
        continue;
      }
      if (!isCaughtUp) {
        isCaughtUp = true;
        const message = new ReadResp();
        message.setCaughtUp(new ReadResp.CaughtUp());
        await send(message);
      }
      if (this.log[next] === undefined && isOpen)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }

  #batchAppend(call: AppendCall): void {
    this.#note(call);
    this.appendCalls += 1;
    call.on('error', () => undefined);
    call.on('end', () => call.end());
    call.on('data', (request: BatchAppendReq) => {
      this.mischief.append(() => this.#append(request), call, ++this.appends);
    });
  }

  #append(request: BatchAppendReq) {
    const options = request.getOptions();
    const stream = textOf(options?.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array());
    const response = new BatchAppendResp();
    response.setCorrelationId(request.getCorrelationId());
    const known = this.log.filter((entry) => entry.stream === stream);
    const first = options?.hasNoStream() === true ? 0 : Number(options?.getStreamPosition()) + 1;
    const events = request.getProposedMessagesList();
    const isRepeat =
      first < known.length &&
      events.every((event, at) => known[first + at]?.id === event.getId()?.getString());
    if (first !== known.length && !isRepeat) {
      const details = new any.Any();
      details.pack(
        new shared.WrongExpectedVersion().serializeBinary(),
        'event_store.client.WrongExpectedVersion',
      );
      const error = new statusPb.Status();
      error.setDetails(details);
      response.setError(error);
      return response;
    }
    if (!isRepeat)
      this.put(
        ...events.map((event, at) => ({
          stream,
          revision: first + at,
          id: event.getId()?.getString() ?? '',
          type: event.getMetadataMap().get('type') ?? '',
          data: textOf(event.getData_asU8()),
          metadata: textOf(event.getCustomMetadata_asU8()),
        })),
      );
    const last = first + events.length - 1;
    const position = new shared.AllStreamPosition();
    const place = placeOf(this.log.findIndex((entry) => entry.stream === stream && entry.revision === last));
    position.setCommitPosition(place);
    position.setPreparePosition(place);
    const success = new BatchAppendResp.Success();
    success.setCurrentRevision(String(last));
    success.setPosition(position);
    if (options?.hasNoStream() === true) response.setNoStream(new empty.Empty());
    response.setSuccess(success);
    return response;
  }
}

/** The error of a server that is going down. */
export const goingDown = { code: status.UNAVAILABLE, details: 'going down' };
