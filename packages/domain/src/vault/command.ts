import type { Given } from '../command.js';
import { PersonalDataForgotten } from './event.js';

/** What the command on a reference of the vault asks for: the event itself. */
export const vaultCommands = { ForgetPersonalData: PersonalDataForgotten };

/** A command on what the vault keeps under one reference. */
export type VaultCommand = Given & {
  readonly type: 'ForgetPersonalData';
  readonly data: PersonalDataForgotten;
};
