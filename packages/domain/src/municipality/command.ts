import type * as t from 'io-ts';
import type { Command } from '../command.js';
import { commandCodec } from '../command-codec.js';
import {
  AppDownloadsCounted,
  InhabitantsCounted,
  ParticipantsCounted,
  SafetyOfficersCounted,
} from './event.js';

/** What each command on a municipality's counts asks for: the event itself. */
export const municipalityCommands = {
  CountParticipants: ParticipantsCounted,
  CountInhabitants: InhabitantsCounted,
  CountSafetyOfficers: SafetyOfficersCounted,
  CountAppDownloads: AppDownloadsCounted,
};

/** A command on one municipality's counts of one year. */
export type MunicipalityCommand =
  | Command<'CountParticipants', ParticipantsCounted>
  | Command<'CountInhabitants', InhabitantsCounted>
  | Command<'CountSafetyOfficers', SafetyOfficersCounted>
  | Command<'CountAppDownloads', AppDownloadsCounted>;

/** Codec of {@link MunicipalityCommand}. */
export const MunicipalityCommand: t.Type<MunicipalityCommand> = commandCodec(
  'municipality',
  municipalityCommands,
);
