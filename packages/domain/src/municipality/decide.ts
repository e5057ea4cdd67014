import * as E from 'fp-ts/lib/Either.js';
import { startOfDay } from '../time/amsterdam.js';
import type { Role } from '../vocabulary/codes.js';
import type { MunicipalityCommand } from './command.js';
import { conflictOf } from './conflict.js';
import type { MunicipalityEvent } from './event.js';
import { type MunicipalityRejection, refuse } from './rejection.js';
import { type MunicipalityState, thingCounted } from './state.js';

const roles: ReadonlyArray<Role> = ['system', 'coordinator', 'municipality'];

const mayNot = (command: MunicipalityCommand): MunicipalityRejection | undefined => {
  const { role, municipality } = command.by;
  if (!roles.includes(role)) return refuse('RoleNotAllowed', { command: command.type, role, allowed: roles });
  return role === 'municipality' && municipality !== command.data.municipality
    ? refuse('NotItsMunicipality', { own: municipality ?? null, given: command.data.municipality })
    : undefined;
};

const eventOf = (command: MunicipalityCommand): MunicipalityEvent => {
  switch (command.type) {
    case 'CountParticipants':
      return { type: 'ParticipantsCounted', data: command.data };
    case 'CountInhabitants':
      return { type: 'InhabitantsCounted', data: command.data };
    case 'CountSafetyOfficers':
      return { type: 'SafetyOfficersCounted', data: command.data };
    case 'CountAppDownloads':
      return { type: 'AppDownloadsCounted', data: command.data };
  }
};

const notYet = (
  command: MunicipalityCommand,
  event: MunicipalityEvent,
): MunicipalityRejection | undefined => {
  const { at } = thingCounted(event);
  const begins = startOfDay(Number(at.slice(0, 4)), Number(at.slice(5, 7)), Number(at.slice(8)) || 1);
  return begins > command.recordedAt
    ? refuse('CountedInTheFuture', { at, recordedAt: command.recordedAt })
    : undefined;
};

/**
 * Decides a count of one municipality (domain: "Municipality").
 *
 * @param command the command, with who gives it and when it is recorded
 * @param state the municipality's year so far; `undefined` where nothing was counted in it
 * @returns the event to append, or the rule that refuses it. A refusal leaves no event.
 */
export const decide = (
  command: MunicipalityCommand,
  state: MunicipalityState | undefined,
): E.Either<MunicipalityRejection, ReadonlyArray<MunicipalityEvent>> => {
  const event = eventOf(command);
  const refusal = mayNot(command) ?? conflictOf(command.id, state, event) ?? notYet(command, event);
  return refusal === undefined ? E.right([event]) : E.left(refusal);
};
