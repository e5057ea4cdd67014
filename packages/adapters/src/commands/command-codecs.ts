import {
  actionCommands,
  mailingCommands,
  municipalityCommands,
  publicationCommands,
  type StreamKind,
  vaultCommands,
} from '@burgernet/domain';
import type { Codecs } from './asked.js';

/** What each command asks for, by the kind of stream that it is for and its type. */
export const commandCodecs: Readonly<Record<StreamKind, Codecs>> = {
  action: actionCommands,
  mailing: mailingCommands,
  municipality: municipalityCommands,
  publication: publicationCommands,
  vault: vaultCommands,
};
