import { unavailable } from '../../sqlite/failure.js';
import type { StoreError } from '../port.js';
import { Silence } from './pull.js';

/** What became of a call to the server. */
export type Trouble =
  /** it may go away: the server is lost, silent or has no leader */
  | { readonly tag: 'Passing'; readonly detail: string }
  /** the server itself failed; that seldom goes away */
  | { readonly tag: 'Failing'; readonly detail: string }
  /** asking again gives the same */
  | { readonly tag: 'Lasting'; readonly error: StoreError }
  /** the stream was deleted for ever */
  | { readonly tag: 'Tombstone' };

/** The codes of gRPC (https://grpc.io/docs/guides/status-codes/) that tell what to do. */
const [unknown, invalidArgument, permissionDenied, unimplemented, unauthenticated] = [2, 3, 7, 12, 16];

export const closed = unavailable('The store was closed.', 'De opslag is gesloten.');

export const denied = unavailable(
  'The event store does not let this user do that. See whether user and password are right; to read or follow the log, a user needs the right to read the stream $all, which an administrator gives.',
  'De opslag staat deze gebruiker dat niet toe. Kijk of gebruiker en wachtwoord kloppen; wie het logboek leest of volgt, heeft het recht nodig om de stroom $all te lezen, en dat geeft een beheerder.',
);

const exceptionOf = (error: object): string | undefined => {
  if (!('metadata' in error) || typeof error.metadata !== 'object' || error.metadata === null)
    return undefined;
  const { metadata } = error;
  if (!('get' in metadata) || typeof metadata.get !== 'function') return undefined;
  const values: unknown = metadata.get('exception');
  return Array.isArray(values) ? values.join() : undefined;
};

/**
 * What an error of a call means. One that neither the server nor the connection can have made is a bug
 * and is thrown on.
 */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof Silence) return { tag: 'Passing', detail: 'the server does not answer' };
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) throw error;
  const detail = 'details' in error && typeof error.details === 'string' ? error.details : error.message;
  const exception = exceptionOf(error);
  if (exception === 'stream-deleted') return { tag: 'Tombstone' };
  if (exception === 'access-denied') return { tag: 'Lasting', error: denied };
  if (exception === 'not-leader') return { tag: 'Passing', detail: 'another node leads the cluster now' };
  switch ('code' in error ? error.code : undefined) {
    case permissionDenied:
    case unauthenticated:
      return { tag: 'Lasting', error: denied };
    case invalidArgument:
    case unimplemented:
      return {
        tag: 'Lasting',
        error: unavailable(
          `The event store does not understand what was asked (${detail}); see its version.`,
          `De opslag begrijpt niet wat er wordt gevraagd (${detail}); kijk welke versie het is.`,
        ),
      };
    case unknown:
      return { tag: 'Failing', detail };
    default:
      return { tag: 'Passing', detail };
  }
};

/** What is said when it was tried often enough. */
export const unreachable = (where: string, detail: string): StoreError =>
  unavailable(
    `The event store at ${where} cannot be reached (${detail}); see whether it runs, and whether the address and its settings tls and tlsCAFile are right.`,
    `De opslag op ${where} is niet te bereiken (${detail}); kijk of hij draait, en of het adres en de instellingen tls en tlsCAFile kloppen.`,
  );
