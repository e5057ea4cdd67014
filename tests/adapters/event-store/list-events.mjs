// node list-events.mjs FILE: prints the id of every event of a store, in order.
import { openSqlite } from '@burgernet/adapters';

const opened = await openSqlite(process.argv[2], { mode: 'read' })();
if (opened._tag === 'Left') throw new Error(opened.left.text.en);
opened.right.replay().subscribe({
  next: ({ events, handled }) => {
    for (const { eventId } of events) console.log(eventId);
    handled();
  },
  error: (error) => {
    throw new Error(error.text.en);
  },
});
