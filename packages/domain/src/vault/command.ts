import type * as t from 'io-ts';
import type { Command } from '../command.js';
import { commandCodec } from '../command-codec.js';
import { PersonalDataForgotten } from './event.js';

/** What the command on a reference of the vault asks for: the event itself. */
export const vaultCommands = { ForgetPersonalData: PersonalDataForgotten };

/** A command on what the vault keeps under one reference. */
export type VaultCommand = Command<'ForgetPersonalData', PersonalDataForgotten>;

/** Codec of {@link VaultCommand}. */
export const VaultCommand: t.Type<VaultCommand> = commandCodec('vault', vaultCommands);
