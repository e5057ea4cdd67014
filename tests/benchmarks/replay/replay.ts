import { join } from 'node:path';
import { domainRegistry } from '@burgernet/domain';
import { municipalities } from '../history/municipalities.js';
import { writeHistory } from '../history/write-history.js';
import { peakOf } from '../measuring/alone.js';
import type { Benchmark } from '../measuring/benchmark.js';
import { inTurn } from '../measuring/in-turn.js';
import { inTemporaryFolder } from '../measuring/temporary-folder.js';
import { scan } from './bound.js';
import { emmettWith } from './emmett.js';
import { replay } from './ours.js';
import { stockRegistry } from './stock-registry.js';

/**
 * A history from an SQLite file into all read models, every event validated. The bound is the same scan
 * of the file with JSON.parse and nothing else.
 */
export const replayBenchmark: Benchmark = async ({ events = 1_000_000, seed, say }) =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'history.db');
    say(`Making up ${events.toLocaleString('en')} events from seed ${seed} ...`);
    const written = await writeHistory(file, { seed, events, municipalities });
    say(
      `${written.streams.toLocaleString('en')} streams, ${written.bytesAnEvent.toFixed(0)} bytes of data and metadata an event.`,
    );
    const few = Math.min(events, 10_000);
    const some = Math.min(events, 20_000);
    const emmett = await emmettWith(file, join(folder, 'emmett.db'), some, say);
    const ours = domainRegistry();
    const stock = stockRegistry();

    say('Measuring ...');
    const works = {
      bound: (upTo: number) => scan(file, upTo),
      ours: (upTo: number) => replay(file, ours, upTo),
      stock: (upTo: number) => replay(file, stock, upTo),
      consumer: emmett.consume,
      aggregate: emmett.aggregate,
    };
    // What runs for the first time is not compiled yet.
    await inTurn(works, some, 1);
    const rate = await inTurn(works, events, events > 300_000 ? 3 : 5);
    const rateOfFew = await inTurn({ ours: works.ours }, few, 9);
    return [
      {
        name: 'replay',
        events,
        ours: rate('ours'),
        bound: rate('bound'),
        ratio: rate('ours') / rate('bound'),
        peers: {
          'io-ts': rate('ours') / rate('stock'),
          emmett: rate('ours') / rate('consumer'),
          'emmett-aggregate': rate('ours') / rate('aggregate'),
        },
        rssMiB: await peakOf(new URL('alone.js', import.meta.url), file, events),
        seed,
        node: process.version,
        costVs10k: rateOfFew('ours') / rate('ours'),
      },
    ];
  });
