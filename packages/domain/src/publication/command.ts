import type { Given } from '../command.js';
import { FiguresPublished } from './event.js';

/** What the command on a publication asks for: the event itself. */
export const publicationCommands = { PublishFigures: FiguresPublished };

/** A command on one publication. */
export type PublicationCommand = Given & { readonly type: 'PublishFigures'; readonly data: FiguresPublished };
