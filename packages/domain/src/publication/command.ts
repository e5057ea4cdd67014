import type * as t from 'io-ts';
import type { Command } from '../command.js';
import { commandCodec } from '../command-codec.js';
import { FiguresPublished } from './event.js';

/** What the command on a publication asks for: the event itself. */
export const publicationCommands = { PublishFigures: FiguresPublished };

/** A command on one publication. */
export type PublicationCommand = Command<'PublishFigures', FiguresPublished>;

/** Codec of {@link PublicationCommand}. */
export const PublicationCommand: t.Type<PublicationCommand> = commandCodec(
  'publication',
  publicationCommands,
);
