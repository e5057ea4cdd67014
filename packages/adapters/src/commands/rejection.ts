import {
  both,
  type Instant,
  type QuarantineReason,
  type RejectionOf,
  refusing,
  type StreamKind,
  type Uuid,
} from '@burgernet/domain';
import { clause } from './clause.js';

const forms: Readonly<Record<StreamKind, string>> = {
  action: 'UUID',
  mailing: 'UUID',
  municipality: 'GMnnnn-YYYY',
  publication: 'UUID',
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
      `${f.command} does not ask for what it should: ${clause(f.detail)}. Correct it and give it again.`,
      `${f.command} vraagt niet wat zij moet vragen: ${clause(f.detail)}. Verbeter de opdracht en geef haar opnieuw.`,
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
      `Stream ${f.stream} is frozen: event ${f.eventId} at position ${f.position} cannot be read (${f.reason}: ${f.detail}) Use a release that can read it.`,
      `Stroom ${f.stream} is bevroren: gebeurtenis ${f.eventId} op positie ${f.position} is niet te lezen (${f.reason}: ${f.detail}) Gebruik een versie die haar kan lezen.`,
    ),
  CommandIdReused: (f: { readonly stream: string; readonly commandId: Uuid; readonly recordedAt: Instant }) =>
    both(
      `Command ${f.commandId} asked for something else of ${f.stream} at ${f.recordedAt}; give this command an id of its own.`,
      `Opdracht ${f.commandId} vroeg op ${f.recordedAt} iets anders van ${f.stream}; geef deze opdracht een eigen id.`,
    ),
  StreamContended: (f: { readonly stream: string; readonly attempts: number }) =>
    both(
      `Others wrote to ${f.stream} each of the ${f.attempts} times that this command was decided; nothing was recorded, give it again.`,
      `Anderen schreven in ${f.stream} alle ${f.attempts} keren dat deze opdracht werd behandeld; er is niets vastgelegd, geef haar opnieuw.`,
    ),
};
export type CommandFault = RejectionOf<typeof commandSentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(commandSentences);
