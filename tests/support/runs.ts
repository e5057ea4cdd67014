/** How often a property is tried: `npm test -- --runs N`, 1,000 unless asked otherwise. */
export const runs = Number(process.env['BURGERNET_RUNS'] ?? 1_000);

/** How many events a history has at most: `npm test -- --size N`, about 60 unless asked otherwise. */
export const size = Number(process.env['BURGERNET_SIZE'] ?? 60);
