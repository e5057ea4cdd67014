import { existsSync, readFileSync } from 'node:fs';
import esdb from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { received } from './received.js';
import type { Option, ServerAddress } from './server-address.js';

const { EventStoreDBClient, UnavailableError } = esdb;
const { StreamsClient, StreamsService } = grpc;

/** A file that an address names is not there. */
export class FileMissing extends Error {}

/** A setting that may be absent, as a number. */
const number = <K extends Option>(options: ServerAddress['options'], name: K): { [P in K]?: number } => {
  const settings: { [P in K]?: number } = {};
  if (options[name] !== undefined) settings[name] = Number(options[name]);
  return settings;
};

const settingsOf = ({ options }: ServerAddress) => ({
  ...number(options, 'keepAliveInterval'),
  ...number(options, 'keepAliveTimeout'),
  ...(options.connectionName === undefined ? {} : { connectionName: options.connectionName }),
});

const clusterSettingsOf = ({ options, nodePreference }: ServerAddress) => ({
  ...number(options, 'discoveryInterval'),
  ...number(options, 'gossipTimeout'),
  ...number(options, 'maxDiscoverAttempts'),
  nodePreference,
});

const certificates = ({ options }: ServerAddress) => {
  const read = (path: string | undefined): Buffer | undefined => {
    if (path === undefined) return undefined;
    if (!existsSync(path)) throw new FileMissing(path);
    return readFileSync(path);
  };
  const [ca, cert, key] = [read(options.tlsCAFile), read(options.userCertFile), read(options.userKeyFile)];
  return {
    insecure: options.tls === 'false',
    ...(ca === undefined ? {} : { rootCertificate: ca }),
    ...(cert === undefined ? {} : { userCertFile: cert }),
    ...(key === undefined ? {} : { userKeyFile: key }),
  };
};

/**
 * A connection to a server or a cluster: finding nodes, TLS, credentials and a new channel after a loss
 * are the client's; what goes over it is ours. The client's own calls parse JSON (so bytes are lost),
 * have no time limit, share pending appends with every other client of the process and cannot filter a
 * read, so two of its gRPC methods are called as they are.
 */
export class Connection extends EventStoreDBClient {
  #requiresLeader = true;
  #client: InstanceType<typeof StreamsClient> | undefined;

  /**
   * Prepares a connection; the first call makes it.
   *
   * @throws FileMissing
   */
  static to(address: ServerAddress): Connection {
    const settings = settingsOf(address);
    const [endpoint, ...others] = address.hosts;
    const credentials = address.credentials === undefined ? undefined : { ...address.credentials };
    // One host is asked for its cluster only where the address says so. The client's own `discover`
    // looks at the first host alone.
    const connection =
      address.discover || others.length > 0
        ? new Connection(
            {
              ...settings,
              ...clusterSettingsOf(address),
              endpoints: address.hosts.map((host) => ({ ...host })),
            },
            certificates(address),
            credentials,
          )
        : new Connection({ ...settings, endpoint: { ...endpoint } }, certificates(address), credentials);
    connection.#requiresLeader = address.nodePreference === 'leader';
    const { handleError } = connection;
    // It mends the connection for the next call. If it cannot, that call will say so; the client lets
    // its failure go unhandled, which ends the process.
    connection.handleError = (client, error) => handleError(client, error).catch(() => undefined);
    return connection;
  }

  /**
   * Opens a read or a subscription; it has no deadline. Its messages are read straight from their bytes: the
   * generated classes take longer over one than all that is done with the event in it.
   */
  read(request: ReadReq) {
    return this.GRPCStreamCreator(StreamsClient, 'read', (client) => {
      this.#client = client;
      const [metadata, options] = this.callArguments(
        { requiresLeader: this.#requiresLeader },
        { deadline: Number.POSITIVE_INFINITY },
      );
      const { path, requestSerialize } = StreamsService.read;
      return client.makeServerStreamRequest(path, requestSerialize, received, request, metadata, options);
    })();
  }

  /** Opens a call that takes append after append and answers each under its correlation id. */
  batchAppend() {
    return this.GRPCStreamCreator(StreamsClient, 'batchAppend', (client) => {
      this.#client = client;
      const [metadata, options] = this.callArguments(
        { requiresLeader: this.#requiresLeader },
        { deadline: Number.POSITIVE_INFINITY },
      );
      return client.batchAppend(metadata, options);
    })();
  }

  /** Has the next call find a node anew, after one that answered that it is not the right one. */
  async lookAgain(): Promise<void> {
    if (this.#client !== undefined) await this.handleError(this.#client, new UnavailableError());
  }

  /** Ends every call and lets go of the server. */
  async close(): Promise<void> {
    await this.dispose();
    this.#client?.getChannel().close();
  }
}

export type ReadCall = Awaited<ReturnType<Connection['read']>>;
export type AppendCall = Awaited<ReturnType<Connection['batchAppend']>>;
