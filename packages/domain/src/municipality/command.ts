import type { Given } from '../command.js';
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
export type MunicipalityCommand = Given &
  (
    | { readonly type: 'CountParticipants'; readonly data: ParticipantsCounted }
    | { readonly type: 'CountInhabitants'; readonly data: InhabitantsCounted }
    | { readonly type: 'CountSafetyOfficers'; readonly data: SafetyOfficersCounted }
    | { readonly type: 'CountAppDownloads'; readonly data: AppDownloadsCounted }
  );
