// node follow-events.mjs FILE COUNT: follows a store and prints the positions of the first so many
// events; then it follows no more and has nothing left to do.
import { openSqlite } from '@burgernet/adapters';

const [file, count] = process.argv.slice(2);
const opened = await openSqlite(file, { mode: 'read' })();
if (opened._tag === 'Left') throw new Error(opened.left.text.en);
let seen = 0;
const subscription = opened.right.follow(0).subscribe({
  next: (told) => {
    if (told.tag !== 'Page') return;
    for (const { position } of told.events) console.log(position);
    seen += told.events.length;
    if (seen >= Number(count)) subscription.unsubscribe();
  },
  error: (error) => {
    throw new Error(error.text.en);
  },
});
