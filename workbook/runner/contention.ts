/** How much of its own work the sample does, in milliseconds of processor. */
const SAMPLE_MS = 100

/**
 * How many times longer than its own work anything takes on this machine now: about 1 if it has nothing else
 * to do. Blocks while it finds out, a tenth of a second at least.
 */
export function contention(): number {
  const start = performance.now()
  const before = process.cpuUsage()
  while (workedSince(before) < SAMPLE_MS);
  return (performance.now() - start) / SAMPLE_MS
}

/** In milliseconds of processor. */
function workedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
