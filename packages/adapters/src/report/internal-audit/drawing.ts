import type { Role } from '@burgernet/domain';
import type { Lang } from '../context.js';
import { roleLabel } from '../labels/codes.js';

/** What the tables of an audit are drawn with. */
export interface AuditDrawing {
  readonly lang: Lang;
  /** how an id is written: a beginning of it, or whole */
  readonly idOf: (id: string) => string;
  /** whether it is a page, where columns may be wide */
  readonly isPage: boolean;
}

/** What stands for the id of somebody whose name the vault does not have. */
const unknown = { en: 'unknown', nl: 'onbekend' };

/** Somebody without a name: a role, and the municipality or the id behind which the vault has the name. */
export const actorText = (
  role: Role,
  actorId: string | null,
  municipality: string | null,
  { lang, idOf }: AuditDrawing,
): string => {
  const id = actorId === null ? unknown[lang] : idOf(actorId);
  return `${roleLabel(role, lang)} ${municipality === null ? id : `${municipality} ${id}`}`;
};
