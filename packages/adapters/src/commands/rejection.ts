import {
  both,
  type Instant,
  local,
  type QuarantineReason,
  type RejectionOf,
  refusing,
  type StreamKind,
  type Uuid,
} from '@burgernet/domain';
import { longestLeaf } from '../audit/leaf/leaf.js';
import { lackOfWritten } from '../audit/leaf/written.js';
import type { EventToAppend } from '../event-store/port.js';
import { clause } from './clause.js';

const forms: Readonly<Record<StreamKind, string>> = {
  action: 'UUID',
  mailing: 'UUID',
  municipality: 'GMnnnn-YYYY',
  publication: 'UUID',
  vault: 'UUID',
};

/** Why the place that runs commands refuses one, before or beside what the domain says of it. */
export const commandSentences = {
  CommandUnknown: (f: {
    readonly kind: StreamKind;
    readonly command: string;
    readonly known: ReadonlyArray<string>;
  }) =>
    both(
      `There is no command "${f.command}" on a stream of kind ${f.kind}; there are ${f.known.join(', ')}.`,
      `De opdracht "${f.command}" bestaat niet voor een stroom van soort ${f.kind}; wel ${f.known.join(', ')}.`,
    ),
  CommandMalformed: (f: { readonly command: string; readonly detail: string }) =>
    both(
      `${f.command} does not ask for what it should: ${clause(f.detail)}; correct it and give it again.`,
      `${f.command} vraagt niet wat zij moet vragen: ${clause(f.detail)}; verbeter de opdracht en geef haar opnieuw.`,
    ),
  IdMalformed: (f: { readonly kind: StreamKind; readonly id: string }) =>
    both(
      `"${f.id}" names no ${f.kind}; write it as ${forms[f.kind]}, in lower case where it is a UUID.`,
      `"${f.id}" is geen id voor soort ${f.kind}; schrijf het als ${forms[f.kind]}, een UUID in kleine letters.`,
    ),
  StreamFrozen: (f: {
    readonly stream: string;
    readonly eventId: string;
    readonly revision: number;
    readonly position: number;
    readonly reason: QuarantineReason;
    readonly detail: string;
  }) =>
    both(
      `Stream ${f.stream} is frozen: event ${f.eventId} at position ${f.position} cannot be read (${f.reason}: ${clause(f.detail)}); use a release that can read it.`,
      `Stroom ${f.stream} is bevroren: gebeurtenis ${f.eventId} op positie ${f.position} is niet te lezen (${f.reason}: ${clause(f.detail)}); gebruik een versie die haar kan lezen.`,
    ),
  CommandIdReused: (f: { readonly stream: string; readonly commandId: Uuid; readonly recordedAt: Instant }) =>
    both(
      `Command ${f.commandId} asked for something else of ${f.stream} at ${local(f.recordedAt)}; give this command an id of its own.`,
      `Opdracht ${f.commandId} vroeg op ${local(f.recordedAt)} iets anders van ${f.stream}; geef deze opdracht een eigen id.`,
    ),
  EventTooLong: (f: { readonly stream: string; readonly eventId: string; readonly most: number }) =>
    both(
      `Event ${f.eventId} for ${f.stream} is longer than the ${f.most} bytes that a proof of it may take; spread it over several events.`,
      `Gebeurtenis ${f.eventId} voor ${f.stream} is langer dan de ${f.most} bytes die een bewijs ervan mag beslaan; verdeel haar over meer gebeurtenissen.`,
    ),
  EventAmbiguous: (f: {
    readonly stream: string;
    readonly eventId: string;
    readonly part: 'data' | 'metadata';
  }) =>
    both(
      `The ${f.part} of event ${f.eventId} for ${f.stream} would not be read alike everywhere, so nothing could be proven of it; write each name once, numbers beyond 2^53 as texts, and whole characters.`,
      `De ${f.part === 'data' ? 'gegevens' : 'metadata'} van gebeurtenis ${f.eventId} voor ${f.stream} worden niet overal hetzelfde gelezen, zodat er niets van te bewijzen valt; schrijf elke naam één keer, getallen boven 2^53 als tekst, en hele tekens.`,
    ),
  StreamContended: (f: { readonly stream: string; readonly attempts: number }) =>
    both(
      `Others wrote to ${f.stream} each of the ${f.attempts} times that this command was decided; nothing was recorded, give it again.`,
      `Anderen schreven in ${f.stream} alle ${f.attempts} keren dat deze opdracht werd behandeld; er is niets vastgelegd, geef haar opnieuw.`,
    ),
};
/** Why a command is refused that no rule of the domain refuses: a tag, the facts, and a sentence. */
export type CommandFault = RejectionOf<typeof commandSentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(commandSentences);

/**
 * Refuses an event of our own that its leaf could not hold whole, see `leafLackOf`; `undefined` where
 * all is well. What others wrote, or what is restored, gets a leaf as it is.
 *
 * @param event whose data and metadata `JSON.stringify` wrote
 */
export const leafFaultOf = (
  stream: string,
  revision: number,
  event: EventToAppend,
): CommandFault | undefined => {
  const { eventId } = event;
  const lack = lackOfWritten(stream, revision, event);
  if (lack === undefined) return undefined;
  return lack.tag === 'TooLong'
    ? refuse('EventTooLong', { stream, eventId, most: longestLeaf })
    : refuse('EventAmbiguous', { stream, eventId, part: lack.part });
};
