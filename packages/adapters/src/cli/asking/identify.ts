import { both, type DomainEvent, type Sentence, Uuid } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, refusal } from '../failure.js';

/** How many candidates are looked for: one more than are ever shown. */
const most = 6;

const words = {
  action: both('action', 'actie'),
  mailing: both('mailing', 'mailing'),
  response: both('response of this action', 'reactie van deze actie'),
  success: both('success of this action', 'succes van deze actie'),
} as const;
/** What is named by a beginning of its id. */
export type Identified = keyof typeof words;

const whereToLook: Readonly<Record<Identified, Sentence>> = {
  action: both(
    'burgernet board, success waiting and thanks list actions with their ids',
    'burgernet board, success waiting en thanks noemen acties met hun id',
  ),
  mailing: both(
    'burgernet export shows every mailing with its id',
    'burgernet export toont elke mailing met haar id',
  ),
  response: both('burgernet action show lists them', 'burgernet action show noemt ze'),
  success: both('burgernet action show lists them', 'burgernet action show noemt ze'),
};

const unknown = (what: Identified, given: string): Failure =>
  refusal(
    'NotFound',
    `No ${words[what].en} has an id that begins with "${given}"; ${whereToLook[what].en}.`,
    `Er is geen ${words[what].nl} met een id dat begint met "${given}"; ${whereToLook[what].nl}.`,
    { given },
  );

const ambiguous = (what: Identified, given: string, ids: ReadonlyArray<string>): Failure => {
  const shown = ids.slice(0, most - 1);
  const rest = ids.length > shown.length ? both(' and more', ' en meer') : both('', '');
  return refusal(
    'AmbiguousId',
    `More than one ${words[what].en} has an id that begins with "${given}"; give more of it: ${shown.join(', ')}${rest.en}.`,
    `Meer dan één ${words[what].nl} heeft een id dat begint met "${given}"; geef er meer van: ${shown.join(', ')}${rest.nl}.`,
    { given, candidates: shown },
  );
};

const only = (what: Identified, given: string, ids: ReadonlyArray<string>): E.Either<Failure, string> => {
  const [first, second] = ids;
  if (first === undefined) return E.left(unknown(what, given));
  return second === undefined ? E.right(first) : E.left(ambiguous(what, given, ids));
};

const couldBegin = (given: string): boolean => /^[0-9a-f-]+$/.test(given);

/**
 * The id of the action or mailing that a unique beginning names. A whole id is taken as it is: whether
 * there is such a one the domain says.
 */
export const identify = (
  kind: 'action' | 'mailing',
  given: string,
  models: TE.TaskEither<Failure, ReadModels>,
): TE.TaskEither<Failure, string> => {
  const start = given.toLowerCase();
  if (Uuid.is(start)) return TE.right(start);
  if (!couldBegin(start)) return TE.left(unknown(kind, given));
  return pipe(
    models,
    TE.chainEitherK(({ streams }) => only(kind, given, streams.beginning(kind, start, most))),
  );
};

/** The ids of responses or successes that the events of an action name. */
const idsIn = (what: 'response' | 'success', events: ReadonlyArray<DomainEvent>): ReadonlyArray<string> =>
  events.flatMap(({ type, data }) => {
    if (what === 'response' && type === 'ResponseReceived') return [data.responseId];
    return what === 'success' && type === 'SuccessMarked' ? [data.successId] : [];
  });

/** The id of the response or success of an action that a unique beginning names. */
export const identifyIn = (
  what: 'response' | 'success',
  given: string,
  events: ReadonlyArray<DomainEvent>,
): E.Either<Failure, string> => {
  const start = given.toLowerCase();
  if (Uuid.is(start)) return E.right(start);
  return only(
    what,
    given,
    idsIn(what, events).filter((id) => id.startsWith(start)),
  );
};
