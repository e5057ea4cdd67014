import { both, local } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { hashText } from '../../audit/merkle/hash.js';
import { noteText } from '../../audit/note/signed-note.js';
import type { Done, Run } from '../context.js';
import { withStore } from '../reading.js';
import { auditFilesOf } from './audit-files.js';
import { checkpointAt, keyOf, signableTreeOf } from './signing.js';

/** `burgernet audit checkpoint`: signs what the log is now. Over the same events it is signed once. */
export const auditCheckpoint: Run = (context) =>
  withStore(context, 'read', (store) =>
    pipe(
      TE.Do,
      TE.bind('files', () => TE.fromEither(auditFilesOf(context.options.store))),
      TE.bind('key', ({ files }) => keyOf(context, files)),
      TE.bind('tree', ({ files, key }) => signableTreeOf(context, store, files, key)),
      TE.chain(({ files, key, tree }) =>
        pipe(
          checkpointAt(context, files, key, tree, tree.tree.size),
          TE.map((made) => {
            tree.close();
            return made;
          }),
        ),
      ),
      TE.chainTaskK(({ checkpoint, isNew }) => async (): Promise<Done> => {
        const { terminal, options } = context;
        const { head, note, madeAt } = checkpoint;
        if (!isNew)
          terminal.note(
            both(
              `Nothing was added to the log since this checkpoint was made, ${local(madeAt)}.`,
              `Sinds dit controlepunt is gemaakt, ${local(madeAt)}, kwam er niets bij het log.`,
            ),
          );
        await terminal.print(
          options.json
            ? `${JSON.stringify({ origin: head.origin, size: Number(head.size), root: hashText(head.root), madeAt, isNew, note: noteText(note) })}\n`
            : noteText(note),
        );
        return 0;
      }),
    ),
  );
